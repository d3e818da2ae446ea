/// The parts that Korean syllables are written with.
enum Jamo {
    /// A vowel or final consonant, which joins what stands before it.
    static func isTrailing(_ scalar: Unicode.Scalar) -> Bool {
        (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
    }

    /// The letters of a whole syllable as a keyboard has them: ㅈ, ㅓ and ㅇ of 정; nil for anything else.
    static func letters(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
        guard (0xAC00..<0xD7A4).contains(scalar.value) else { return nil }
        let index = Int(scalar.value - 0xAC00)
        let last = index % 28
        return [initials[index / 588], vowels[index % 588 / 28]]
            + (last > 0 ? [finals[last - 1]] : [])
    }

    private static let initials = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".unicodeScalars)
    private static let vowels = Array("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ".unicodeScalars)
    private static let finals = Array("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ".unicodeScalars)
}
