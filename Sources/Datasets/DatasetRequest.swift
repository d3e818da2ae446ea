package import Declarations

/// What `load` asks a source for.
package struct DatasetRequest: Sendable {
    /// Where the data is; empty for sources that need no path.
    package var path: String
    /// The values of the source's settings.
    package var values: ParameterValues
    /// What a generator begins its random numbers with.
    package var seed: UInt64
    /// Receives how far the reading is, from any thread.
    package var report: @Sendable (ReadingProgress) -> Void

    package init(
        path: String = "", values: ParameterValues = ParameterValues(), seed: UInt64 = 1,
        report: @escaping @Sendable (ReadingProgress) -> Void = { _ in }
    ) {
        self.path = path
        self.values = values
        self.seed = seed
        self.report = report
    }

    subscript<Content>(setting: Parameter<Content>) -> Content { values[setting] }

    /// The last part of the path, which names the data.
    var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }
}
