package import Files
package import Syntax

/// Why a statement could not be done, before the place in the text is known.
///
/// Commands and functions throw it; the interpreter turns it into a `Diagnostic` by finding the
/// argument that `culprit` names.
package struct Failure: Error, Sendable, Equatable {
    package enum Culprit: Sendable, Equatable {
        /// The whole statement.
        case statement
        /// The argument that gave this parameter, or the command's name where it was not given.
        case parameter(String)
        case range(SourceRange)
        /// An error inside another text, such as a script that `run` runs.
        case elsewhere(Diagnostic)
        /// Ctrl-C stopped the work before it had anything to keep.
        case interruption
    }

    /// One sentence in lower case, without a final period.
    package var message: String
    package var hint: String?
    package var culprit: Culprit

    package init(_ message: String, hint: String? = nil, at culprit: Culprit = .statement) {
        self.message = message
        self.hint = hint
        self.culprit = culprit
    }

    package init(_ message: String, hint: String? = nil, parameter: String) {
        self.init(message, hint: hint, at: .parameter(parameter))
    }

    /// The same failure at a place in the text.
    func at(_ range: SourceRange) -> Failure {
        Failure(message, hint: hint, at: .range(range))
    }

    /// The same failure, in whose sentence the part of the work comes first in which it happened.
    func during(_ part: String) -> Failure {
        var failure = self
        switch culprit {
        case .interruption: return self
        case .elsewhere(var diagnostic):
            diagnostic.message = "\(part): \(diagnostic.message)"
            failure.culprit = .elsewhere(diagnostic)
        case .statement, .parameter, .range: break
        }
        failure.message = "\(part): \(message)"
        return failure
    }

    package static let interrupted = Failure("interrupted", at: .interruption)
}

extension Failure {
    package init(_ error: FileError, parameter: String? = nil) {
        self.init(
            error.message, hint: error.hint, at: parameter.map(Culprit.parameter) ?? .statement)
    }
}
