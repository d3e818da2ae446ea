/// A form a notebook is written in.
package protocol Exporter: Sendable {
    /// Files whose names end in a dot and this word have the form.
    static var fileExtension: String { get }
    static var summary: String { get }

    static func text(_ document: NotebookDocument) -> String
}

/// Every form there is.
package enum Exporters {
    package static let all: [any Exporter.Type] = [
        MarkdownExporter.self, HTMLExporter.self, JupyterExporter.self, JSONExporter.self,
    ]

    package static func of(_ path: String) -> (any Exporter.Type)? {
        all.first { path.lowercased().hasSuffix("." + $0.fileExtension) }
    }
}
