/// The words that have a meaning of their own in the grammar, which no variable can have as its name.
package enum ReservedWord: String, CaseIterable, Sendable {
    case `for`, `in`, `repeat`, `while`, `if`, `else`, def, `return`, `break`, `continue`
    case not, and, or, `true`, `false`, nothing

    /// Whether it shapes a statement; the others stand in expressions.
    package var isKeyword: Bool {
        switch self {
        case .not, .and, .or, .true, .false, .nothing: false
        case .for, .in, .repeat, .while, .if, .else, .def, .return, .break, .continue: true
        }
    }

    /// Whether it begins a statement that has a block.
    package var opensBlock: Bool {
        switch self {
        case .for, .repeat, .while, .if, .def: true
        case .in, .else, .return, .break, .continue, .not, .and, .or, .true, .false, .nothing: false
        }
    }
}

/// The variables that lc itself sets, which no statement can assign.
package enum GivenVariable: String, CaseIterable, Sendable {
    /// The value of the last statement that has one.
    case lastResult = "_"
    /// The values of the cells, by their numbers.
    case results = "out"
    /// The words behind a script's name on the command line.
    case arguments = "args"
}
