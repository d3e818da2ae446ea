import Datasets
import Learning
import Notebook
import Session
import Syntax
import TestSupport
import Testing

/// Each list of things that are added file by file is the content of its folders, and the table "To add
/// a …" of Sources/README.md has a row for it.
@Suite struct ListTests {
    struct List: Sendable, CustomTestStringConvertible {
        /// The protocol that its types conform to.
        let kind: String
        let types: [String]
        let folders: [String]
        /// The file that holds the list, as the table names it.
        let file: String

        init(_ kind: String, _ types: [Any.Type], in folders: String..., file: String) {
            self.kind = kind
            self.types = types.map { "\($0)" }
            self.folders = folders
            self.file = file
        }

        var testDescription: String { kind }
    }

    static let commandFolders = CommandGroup.allCases.map { folder(of: $0) }

    static let lists =
        CommandGroup.allCases.map { group in
            List(
                "Command", Commands.all.filter { $0.group == group }, in: folder(of: group),
                file: "Commands.swift")
        } + [
            List("Plot", Plots.all, in: "Session/Plots", file: "Plots.swift"),
            List("Loss", Losses.all, in: "Learning/Losses", file: "Losses.swift"),
            List("Penalty", Penalties.all, in: "Learning/Penalties", file: "Penalties.swift"),
            List("Solver", Solvers.all, in: "Learning/Solvers", file: "Solvers.swift"),
            List(
                "Optimizer", Optimizers.all, in: "Learning/Descent/Optimizers",
                file: "Optimizers.swift"),
            List(
                "DatasetSource", DatasetSources.all, in: "Datasets/Formats", "Datasets/Generators",
                "Datasets/Bundled", file: "DatasetSources.swift"),
            List("Exporter", Exporters.all, in: "Notebook/Exporters", file: "Exporters.swift"),
            List(
                "NormalizerRule", NormalizerRules.types, in: "Syntax/Normalizing/Rules/Containers",
                "Syntax/Normalizing/Rules/Marks", "Syntax/Normalizing/Rules/Repairs",
                file: "NormalizerRules.swift"),
            List(
                "ChatNotation", ChatMessages.types, in: "Syntax/Normalizing/Chats",
                file: "ChatMessages.swift"),
            List(
                "BlockNotation", MarkedBlocks.types, in: "Syntax/Normalizing/Blocks",
                file: "MarkedBlocks.swift"),
        ]

    @Test func `the list of what is fuzzed has the targets of its folder, and each has seeds`()
        throws
    {
        let fuzz = TestTools.root + "/Tests/Fuzz/"
        let found = try Folder.names(fuzz + "Targets").filter { $0.hasSuffix(".swift") }
            .map { $0.replacing(".swift", with: ".self") }
        let list = try ScriptFile.read(fuzz + "FuzzTargets.swift").text
        let listed = list.split { " ,[]\n".contains($0) }.filter { $0.hasSuffix("Target.self") }
        #expect(listed.map(String.init).sorted() == found.sorted())
        let seeds = try Folder.names(fuzz + "Corpus").filter { !$0.hasPrefix(".") }
        #expect(seeds.count == found.count)
        for name in seeds {
            #expect(try Folder.names(fuzz + "Corpus/" + name).count > 2, "\(name)")
        }
    }

    private static func folder(of group: CommandGroup) -> String {
        "Session/Commands/" + group.rawValue.prefix(1).uppercased() + group.rawValue.dropFirst()
    }

    @Test(arguments: lists)
    func `a list has the types of its folders, each once`(list: List) throws {
        let found = try list.folders.flatMap { try Self.types(of: list.kind, in: $0) }
        #expect(found.sorted() == list.types.sorted())
    }

    @Test func `each folder of commands is a group`() throws {
        let folders = try Folder.names(TestTools.root + "/Sources/Session/Commands")
            .filter { !$0.contains(".") }.map { "Session/Commands/" + $0 }
        #expect(folders.sorted() == Self.commandFolders.sorted())
    }

    @Test(arguments: lists)
    func `the table of what can be added has a row for each list`(list: List) throws {
        let rows = try Self.table().filter { $0.contains("`\(list.file)`") }
        #expect(rows.count == 1)
        let isOfCommands = list.kind == "Command"
        for folder in isOfCommands ? ["Session/Commands/GROUP"] : list.folders {
            #expect(rows.first?.contains("`\(folder)/Foo") == true, "\(folder)")
        }
    }

    /// The types in a folder that conform to a protocol, each in the file of its name.
    private static func types(of kind: String, in folder: String) throws -> [String] {
        let path = TestTools.root + "/Sources/" + folder
        var types: [String] = []
        for name in try Folder.names(path) where name.hasSuffix(".swift") {
            let text = try ScriptFile.read("\(path)/\(name)").text
            for line in text.split(separator: "\n") where line.hasSuffix("{") {
                guard let type = Self.type(declaredBy: line, conformingTo: kind) else { continue }
                #expect(name == type + ".swift", "\(folder)")
                types.append(type)
            }
        }
        return types
    }

    /// `Iris` of `package enum Iris: DatasetSource {`.
    private static func type(declaredBy line: Substring, conformingTo kind: String) -> String? {
        let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
        guard line.contains(":"), let conformance = words.lastIndex(of: kind),
            let keyword = words.firstIndex(where: { ["enum", "struct", "class"].contains($0) }),
            keyword + 1 < conformance
        else { return nil }
        return words[keyword + 1]
    }

    /// The rows of the table, without its head.
    private static func table() throws -> [Substring] {
        let text = try ScriptFile.read(TestTools.root + "/Sources/README.md").text
        let begin = try #require(text.firstRange(of: "## To add a …"))
        return text[begin.upperBound...].split(separator: "\n").drop { !$0.hasPrefix("|---") }
            .dropFirst().prefix { $0.hasPrefix("|") }
    }
}
