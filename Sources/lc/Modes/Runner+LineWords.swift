import Session
import Syntax

extension Runner {
    /// Does what a line word asks for, and shows why it cannot be done.
    func perform(_ act: (LineWordContext) throws(Failure) -> Void, _ context: LineWordContext) {
        do throws(Failure) {
            try act(context)
        } catch {
            terminal.writeFailure(error.message, hint: error.hint)
        }
    }
}
