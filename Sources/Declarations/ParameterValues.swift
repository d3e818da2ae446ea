/// The values that were given for some parameters, read back with the parameters' own types.
package struct ParameterValues: Sendable {
    private var given: [String: any Sendable] = [:]

    /// No values: every parameter gives its default.
    package init() {}

    /// The value that was given, or the parameter's default.
    package subscript<Content>(parameter: Parameter<Content>) -> Content {
        get { given[parameter.name] as? Content ?? parameter.fallback }
        set { given[parameter.name] = newValue }
    }

    /// The value by its parameter's name; nil where none was given.
    package subscript(name: String) -> (any Sendable)? {
        get { given[name] }
        set { given[name] = newValue }
    }

    /// The names of the parameters that have a value.
    package var names: some Collection<String> { given.keys }
}
