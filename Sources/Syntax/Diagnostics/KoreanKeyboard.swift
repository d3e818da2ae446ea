/// What was typed on a Korean keyboard (2-beolsik) that was meant as Latin letters: `ㅣㅐㅁㅇ` is
/// `load`.
package enum KoreanKeyboard {
    /// The keys that were pressed; nil when there is no Hangul in the word.
    package static func keys(of word: String) -> String? {
        guard word.unicodeScalars.contains(where: isHangul) else { return nil }
        return word.precomposed.unicodeScalars.map { scalar in
            guard isHangul(scalar) else { return String(scalar) }
            guard (0xAC00...0xD7A3).contains(scalar.value) else {
                return jamo[Character(scalar)] ?? ""
            }
            let index = Int(scalar.value - 0xAC00)
            return initials[index / 588] + vowels[index % 588 / 28] + finals[index % 28]
        }.joined()
    }

    private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
        (0x3131...0x3163).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
    }

    /// ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ
    private static let initials = words("r R s e E f a q Q t T d w W c z x v g")
    /// ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅘ ㅙ ㅚ ㅛ ㅜ ㅝ ㅞ ㅟ ㅠ ㅡ ㅢ ㅣ
    private static let vowels = words("k o i O j p u P h hk ho hl y n nj np nl b m ml l")
    /// None, ㄱ ㄲ ㄳ ㄴ ㄵ ㄶ ㄷ ㄹ ㄺ ㄻ ㄼ ㄽ ㄾ ㄿ ㅀ ㅁ ㅂ ㅄ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ
    private static let finals =
        [""] + words("r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g")

    /// Letters that stand alone.
    private static let jamo: [Character: String] = Dictionary(
        uniqueKeysWithValues: zip(
            "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ",
            initials + vowels + words("rt sw sg fr fa fq ft fx fv fg qt")))

    private static func words(_ text: String) -> [String] {
        text.split(separator: " ").map(String.init)
    }
}
