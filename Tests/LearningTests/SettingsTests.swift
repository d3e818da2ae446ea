import Declarations
import Learning
import Testing

/// What losses and penalties tell of their own hyperparameters.
@Suite struct SettingsTests {
    @Test(arguments: Declared.losses.indices)
    func `a loss gives back the settings that it was made with`(index: Int) {
        let loss = Declared.losses[index]
        let again = type(of: loss).init(loss.settings)
        #expect("\(again)" == "\(loss)")
        #expect(Set(loss.settings.names) == Set(type(of: loss).hyperparameters.map { $0.name }))
    }

    @Test(arguments: Declared.penalties.indices)
    func `a penalty gives back the settings that it was made with`(index: Int) {
        let penalty = Declared.penalties[index]
        let again = type(of: penalty).init(penalty.settings)
        #expect("\(again)" == "\(penalty)")
        #expect(
            Set(penalty.settings.names) == Set(type(of: penalty).hyperparameters.map { $0.name }))
    }
}
