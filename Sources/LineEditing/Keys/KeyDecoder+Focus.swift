/// Reports of whether the terminal's window is in use: `ESC [ I` and `ESC [ O`.
extension KeyDecoder {
    /// Takes them from among the bytes that have come.
    ///
    /// - Returns: what the last of them says; nil without any.
    mutating func takeFocus() -> Bool? {
        var isInUse: Bool?
        var index = place
        while index + 2 < bytes.count {
            let isReport = bytes[index] == 0x1B && bytes[index + 1] == UInt8(ascii: "[")
            switch bytes[index + 2] {
            case UInt8(ascii: "I") where isReport: isInUse = true
            case UInt8(ascii: "O") where isReport: isInUse = false
            default:
                index += 1
                continue
            }
            bytes.removeSubrange(index..<index + 3)
        }
        return isInUse
    }
}
