import Declarations
import Learning

/// Notes about arguments of `gd` and `sgd` that were given and change nothing.
enum IdleArguments {
    static func notes(
        _ call: Invocation, rule: any Optimizer.Type = SGD.self, objective: Objective
    ) -> [String] {
        var notes: [String] = []
        let own = rule.hyperparameters.map { $0.name }
        for name in Optimizers.hyperparameters.map({ $0.name })
        where call.isGiven(name) && !own.contains(name) {
            notes.append("\(name) does nothing with optimizer=\(rule.name)")
        }
        if notes.isEmpty, call[SGD.nesterovParameter], call[SGD.momentumParameter] == 0 {
            notes.append("nesterov does nothing without momentum, such as momentum=0.9")
        }
        if call.isGiven("l1"), objective.strength * objective.penalty.absolute == 0 {
            notes.append("l1 does nothing without |W| in the penalty, as in reg l1")
        }
        return notes
    }
}
