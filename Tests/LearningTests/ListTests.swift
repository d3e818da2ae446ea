import Declarations
import Learning
import TestSupport
import Testing

/// Each list of Learning beside the folder that it lists.
@Suite struct ListTests {
    private func expectListed(
        _ types: [Any.Type], names: [String], as conformance: String, in folder: String
    ) throws {
        let declared = try ConformingTypes.of(conformance, in: "Sources/Learning/" + folder)
        #expect(Set(declared.map(\.type)) == Set(types.map { String(describing: $0) }))
        #expect(declared.allSatisfy { $0.type == $0.file })
        #expect(types.count >= 2 && Set(names).count == types.count)
    }

    @Test func `every loss of the folder is on the list`() throws {
        try expectListed(
            Losses.all, names: Losses.all.map { $0.name }, as: "Loss", in: "Losses")
    }

    @Test func `every penalty of the folder is on the list`() throws {
        try expectListed(
            Penalties.all, names: Penalties.all.map { $0.name }, as: "Penalty", in: "Penalties")
    }

    @Test func `every optimizer of the folder is on the list`() throws {
        try expectListed(
            Optimizers.all, names: Optimizers.all.map { $0.name }, as: "Optimizer",
            in: "Descent/Optimizers")
    }

    @Test func `no alias is the name or the alias of another loss or penalty`() {
        for names in [
            Losses.all.flatMap { [$0.name] + $0.aliases },
            Penalties.all.flatMap { [$0.name] + $0.aliases },
        ] {
            #expect(Set(names).count == names.count, "\(names)")
        }
    }

    @Test func `rules that share the name of a hyperparameter share its default`() {
        for optimizer in Optimizers.all {
            for parameter in optimizer.hyperparameters {
                let shared = Optimizers.hyperparameters.first { $0.name == parameter.name }
                #expect(
                    shared.map { "\($0.kind) \($0.defaultValue as Any)" }
                        == "\(parameter.kind) \(parameter.defaultValue as Any)")
            }
        }
    }
}
