import Declarations
import Learning
import Testing

/// Names of what is on the lists of Learning.
@Suite struct NamesTests {
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
