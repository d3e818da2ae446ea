/// One kind of repair, in the order in which a summary tells of them.
package enum NormalizerChange: CaseIterable, Hashable, Sendable {
    case escapes, invisible, entities, spaces, wide, quotes, dashes, numbers, letters
    case markup, prompts, output, prose, joins

    func description(_ count: Int) -> String {
        let plural = count == 1 ? "" : "s"
        return switch self {
        case .escapes: "\(count) control character\(plural) removed"
        case .invisible: "\(count) invisible character\(plural) removed"
        case .entities: "\(count) HTML entit\(count == 1 ? "y" : "ies") resolved"
        case .spaces: "\(count) space\(plural) made plain"
        case .wide: "\(count) wide character\(plural) made narrow"
        case .quotes: "\(count) quote\(plural) straightened"
        case .dashes: "\(count) dash\(count == 1 ? "" : "es") made plain"
        case .numbers: "\(count) number\(plural) rewritten"
        case .letters: "\(count) letter\(plural) made plain"
        case .markup: "\(count) line\(plural) taken out of markup"
        case .prompts: "\(count) prompt\(plural) removed"
        case .output: "\(count) line\(plural) of output skipped"
        case .prose: "\(count) line\(plural) of text skipped"
        case .joins: "\(count) broken line\(plural) joined"
        }
    }
}
