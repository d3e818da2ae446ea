/// A picture that is to be read.
struct PictureFile: Sendable, Equatable {
    let path: String
    /// Its class's place among the names of classes.
    let label: Int32
}
