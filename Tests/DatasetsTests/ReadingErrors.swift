import Datasets
import Declarations
import Files

/// What a source says of data that it does not read: the sentence, and the hint behind it.
func complaint(
    _ source: any DatasetSource.Type, _ path: String, values: ParameterValues = ParameterValues()
) -> String {
    do throws(FileError) {
        _ = try source.read(DatasetRequest(path: path, values: values))
        return "nothing was thrown"
    } catch {
        return ([error.message] + [error.hint].compactMap(\.self)).joined(separator: " · ")
    }
}

extension DatasetRequest {
    /// A request with one setting.
    init(path: String = "", _ setting: String, _ value: any Sendable) {
        self.init(path: path)
        values[setting] = value
    }
}
