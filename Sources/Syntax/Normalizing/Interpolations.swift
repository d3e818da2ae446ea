/// `"{trial(1e–3)}"`: what stands in braces in a string is code, which word processors change too.
enum Interpolations {
    /// The line with the language's signs in the braces of its strings.
    static func mended(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard line.contains("{"), line.contains("\"") else { return line }
        var output: [Unicode.Scalar] = []
        var depth = 0
        for scalar in line {
            if scalar == "{" { depth += 1 } else if scalar == "}" { depth -= 1 }
            output += depth > 0 ? plain(scalar) : [scalar]
        }
        return output
    }

    private static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar.value {
        case 0x2010...0x2015, 0x2212: ["-"]
        case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: [" "]
        case 0x201C, 0x201D: ["\""]
        case 0xFF01...0xFF5E: [Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar]
        default: [scalar]
        }
    }
}
