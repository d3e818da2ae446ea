import Files
import LineEditing
import Platform
import Session
import Syntax

/// Text from a pipe or a file in whatever encoding it was saved.
struct CopiedText {
    let name: String
    let text: String
    /// The first line with bytes that are no text in any encoding; � stands for them.
    let brokenLine: Int?

    private static let sizeLimit = 64 << 20

    /// Reads a file, or standard input when there is no path.
    static func read(_ path: String?) throws(Failure) -> CopiedText {
        let name = path ?? "standard input"
        let bytes = try contents(try opened(path), name)
        if let text = CopiedBytes.text(bytes) {
            return CopiedText(name: name, text: text, brokenLine: nil)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let before = text.prefix { $0 != "\u{FFFD}" }
        return CopiedText(
            name: name, text: text, brokenLine: before.count(where: \.isNewline) + 1)
    }

    private static func opened(_ path: String?) throws(Failure) -> FileDescriptor {
        guard let path else { return .standardInput }
        do throws(SystemError) {
            return try FileDescriptor(path, for: .reading)
        } catch {
            throw Failure(FileError(path, error))
        }
    }

    private static func contents(_ file: borrowing FileDescriptor, _ name: String) throws(Failure)
        -> [UInt8]
    {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            do throws(SystemError) {
                let count = try file.read(into: &chunk)
                guard count > 0 else { return bytes }
                bytes += chunk[..<count]
            } catch {
                if error.isInterruption, !Interrupt.isRequested { continue }
                throw Failure("\(name) cannot be read: \(error.reason)")
            }
            guard bytes.count <= sizeLimit else {
                throw Failure("\(name) is larger than a script can be (64 MB)")
            }
        }
    }
}
