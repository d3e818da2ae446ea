import Platform
import Session
import Syntax
import TestSupport
import Testing

/// Copies of notes that real programs made, with the statements that their authors mean.
@Suite struct CopiedTextTests {
    /// One copy, as the manifest describes it.
    struct Copy: CustomTestStringConvertible, Sendable {
        let file: String
        let kind: String
        let page: String
        let expectsRefusal: Bool

        var testDescription: String { file }
    }

    private enum Outcome { case right, refused, wrong }

    private static let folder = TestTools.root + "/Tests/CopiedText"

    private static func copies() throws -> [Copy] {
        let manifest = String(decoding: try bytes(of: folder + "/manifest.tsv"), as: UTF8.self)
        return manifest.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(
                String.init)
            return Copy(
                file: fields[0], kind: fields[1], page: fields[2],
                expectsRefusal: fields[3] == "refusal")
        }
    }

    /// The statements of a text without comments and spaces that mean nothing.
    private static func statements(_ source: Source) -> [String] {
        Parser.parse(source).statements.map { statement in
            let words = source.text(in: statement.range).split(whereSeparator: \.isWhitespace)
            return words.joined(separator: " ")
        }
    }

    private static func bytes(of path: String) throws -> [UInt8] {
        let file = try FileDescriptor(path, for: .reading)
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = try file.read(into: &chunk), count > 0 { bytes += chunk[..<count] }
        return bytes
    }

    private func outcome(_ copy: Copy) throws -> Outcome {
        let bytes = try Self.bytes(of: Self.folder + "/texts/" + copy.file)
        let text = try #require(CopiedBytes.text(bytes))
        let reading = CopiedReading(text, name: "", in: Session(), mayBeScript: false)
        if reading.isRefused { return copy.expectsRefusal ? .right : .refused }
        let page = try ScriptFile.read("\(Self.folder)/pages/\(copy.page).lc")
        return Self.statements(reading.source) == Self.statements(page) ? .right : .wrong
    }

    @Test func `copies give exactly the statements that were meant, or a refusal`() throws {
        let copies = try Self.copies()
        var refused: [String] = []
        for copy in copies {
            switch try outcome(copy) {
            case .right: continue
            case .refused: refused.append(copy.file)
            case .wrong: Issue.record("\(copy.file) gives other statements")
            }
        }
        #expect(refused.count * 100 <= 3 * copies.count, "\(refused)")
    }
}
