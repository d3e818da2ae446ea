/// The one place where two texts differ.
struct LineChange: Equatable {
    /// What was taken away, as places in the earlier text.
    let removed: Range<Int>
    /// How many scalars stand there now.
    let added: Int

    /// nil where the texts are equal.
    init?(from old: [Unicode.Scalar], to new: [Unicode.Scalar]) {
        guard old != new else { return nil }
        let common = zip(old, new).prefix { $0 == $1 }.count
        let rest = min(old.count, new.count) - common
        let tail = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
        removed = common..<old.count - tail
        added = new.count - tail - common
    }
}
