package import Platform

/// Where the line is shown.
package protocol Screen {
    func write(_ text: String)
    var size: WindowSize { get }
}
