/// The type of an array's items, as NumPy writes it: `<f4`, `|u1`, `>i8`, `<U12`.
package struct NumPyType: Sendable, Equatable {
    package enum Kind: Character, Sendable {
        case boolean = "b"
        case signed = "i"
        case unsigned = "u"
        case float = "f"
        /// Scalars of Unicode in four bytes each.
        case text = "U"
        /// Bytes.
        case bytes = "S"
    }

    package let kind: Kind
    /// How many bytes an item has.
    package let width: Int
    package let isBigEndian: Bool

    /// Nil for a type that is not read.
    init?(_ description: some StringProtocol) {
        guard let order = description.first, "<>|=".contains(order),
            let letter = description.dropFirst().first, let kind = Kind(rawValue: letter),
            let size = Int(description.dropFirst(2)), size >= 0, size <= 1 << 20
        else { return nil }
        self.kind = kind
        isBigEndian = order == ">"
        width = kind == .text ? 4 * size : size
        switch kind {
        case .boolean: guard size == 1 else { return nil }
        case .signed, .unsigned: guard [1, 2, 4, 8].contains(size) else { return nil }
        case .float: guard [2, 4, 8].contains(size) else { return nil }
        case .text, .bytes: break
        }
    }

    package var isText: Bool { kind == .text || kind == .bytes }

    /// The kind of numbers that this machine reads as they lie; nil for others.
    var stored: StoredNumbers? {
        guard !isBigEndian || width == 1 else { return nil }
        return switch (kind, width) {
        case (.float, 4): .float
        case (.float, 8): .double
        case (.unsigned, 1): .uint8
        case (.signed, 1): .int8
        case (.unsigned, 2): .uint16
        case (.signed, 2): .int16
        case (.signed, 4): .int32
        case (.signed, 8): .int64
        default: nil
        }
    }

    /// Whether an item is one byte from 0 to 255.
    package var isByte: Bool { kind == .unsigned && width == 1 }
}

// MARK: - Items

extension NumPyType {
    /// The item at a place as a number; nil for text.
    func number(_ bytes: Span<UInt8>, at place: Int) -> Double? {
        let bits = self.bits(bytes, at: place)
        switch kind {
        case .boolean: return bits == 0 ? 0 : 1
        case .unsigned: return Double(bits)
        case .signed:
            let unused = 64 - 8 * width
            return Double(Int64(bitPattern: bits << UInt64(unused)) >> Int64(unused))
        case .float:
            switch width {
            case 2: return Self.half(UInt16(truncatingIfNeeded: bits))
            case 4: return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
            default: return Double(bitPattern: bits)
            }
        case .text, .bytes: return nil
        }
    }

    /// The item at a place as a whole number; nil for other items, and for more than `Int` holds.
    func wholeNumber(_ bytes: Span<UInt8>, at place: Int) -> Int? {
        let bits = self.bits(bytes, at: place)
        switch kind {
        case .boolean: return bits == 0 ? 0 : 1
        case .unsigned: return Int(exactly: bits)
        case .signed:
            let unused = UInt64(64 - 8 * width)
            return Int(exactly: Int64(bitPattern: bits << unused) >> Int64(unused))
        case .float, .text, .bytes: return nil
        }
    }

    /// The item at a place as text: words as they are, whole numbers without a point.
    func text(_ bytes: Span<UInt8>, at place: Int) -> String {
        switch kind {
        case .text:
            var scalars = String.UnicodeScalarView()
            for offset in stride(from: 0, to: width, by: 4) {
                var bits: UInt32 = 0
                for byte in 0..<4 {
                    let shift = UInt32(isBigEndian ? 3 - byte : byte) * 8
                    bits |= UInt32(bytes[place + offset + byte]) << shift
                }
                guard bits != 0 else { break }
                scalars.append(Unicode.Scalar(bits) ?? "\u{FFFD}")
            }
            return String(scalars)
        case .bytes:
            var units: [UInt8] = []
            for offset in 0..<width { units.append(bytes[place + offset]) }
            while units.last == 0 { units.removeLast() }
            return String(decoding: units, as: UTF8.self)
        case .signed, .unsigned, .boolean, .float:
            let bits = self.bits(bytes, at: place)
            if kind == .unsigned { return String(bits) }
            let number = number(bytes, at: place) ?? 0
            return Int(exactly: number).map(String.init) ?? String(number)
        }
    }

    private func bits(_ bytes: Span<UInt8>, at place: Int) -> UInt64 {
        var bits: UInt64 = 0
        // Classes are mostly of this type.
        if width == 8, !isBigEndian {
            for byte in 0..<8 { bits |= UInt64(bytes[place + byte]) << UInt64(8 * byte) }
            return bits
        }
        for byte in 0..<width {
            let shift = UInt64(isBigEndian ? width - 1 - byte : byte) * 8
            bits |= UInt64(bytes[place + byte]) << shift
        }
        return bits
    }

    /// IEEE 754's binary16.
    private static func half(_ bits: UInt16) -> Double {
        let sign = bits >> 15 == 0 ? 1.0 : -1.0
        let exponent = Int(bits >> 10 & 0x1F)
        let fraction = Double(bits & 0x3FF)
        switch exponent {
        case 0: return sign * fraction * 0x1p-24
        case 31: return fraction == 0 ? sign * .infinity : .nan
        default:
            let power = Double(sign: .plus, exponent: exponent - 25, significand: 1)
            return sign * (1024 + fraction) * power
        }
    }
}
