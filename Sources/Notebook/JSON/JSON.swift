/// A JSON value (RFC 8259): everything that lc writes as JSON is one of these first.
package indirect enum JSON: Sendable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case list([JSON])
    /// Members are written in this order.
    case object([Member])
    /// A list or an object whose items stand on lines of their own in `lines`.
    case block(JSON)
    /// A value that is JSON text already.
    case written(String)

    package typealias Member = (name: String, value: JSON)

    package static func integer(_ value: some BinaryInteger) -> JSON { .written(value.description) }

    /// The string, or null where there is none.
    package static func optional(_ string: String?) -> JSON { string.map(JSON.string) ?? .null }

    /// On one line and without spaces.
    package var text: String { JSONWriter.text(self, style: .tight) }

    /// With spaces, and with blocks over several lines, each level `indent` spaces further in.
    package func lines(indent: Int) -> String { JSONWriter.text(self, style: .lines(indent)) }
}
