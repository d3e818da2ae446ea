/// Messages of chats, with a name and a time before each.
package enum ChatMessages: NormalizerRule {
    static let summary = "names and times before the messages of chats are taken off"

    /// Each program's notation in a file of its own.
    static let notations: [any ChatNotation.Type] = [
        KakaoTalk.self, LINE.self, WhatsApp.self, Telegram.self, Discord.self, Slack.self,
        Zoom.self,
        IRC.self, NamesAlone.self,
    ]

    /// The types of the list, for the test that compares it with its folder.
    package static var types: [Any.Type] { notations }

    static func apply(to page: inout Page, _ reader: StatementReader) {
        var best: (notation: any ChatNotation.Type, heads: [Int: ChatHead])?
        for notation in notations {
            let heads = heads(page, notation, reader)
            guard heads.count >= notation.fewest, heads.count > best?.heads.count ?? 0 else {
                continue
            }
            best = (notation, heads)
        }
        guard let best else { return }
        take(&page, best.heads, best.notation)
    }

    private static func heads(
        _ page: Page, _ notation: any ChatNotation.Type, _ reader: StatementReader
    ) -> [Int: ChatHead] {
        var heads: [Int: ChatHead] = [:]
        var names: [String: Int] = [:]
        for index in page.indices
        where page.lines[index].verdict == nil && !page.lines[index].isEmpty {
            let next = index + 1 < page.lines.count ? page.lines[index + 1].string : ""
            guard let head = notation.head(of: page.lines[index].string, next) else { continue }
            // A statement above a time is a message, and no name.
            if head.rest == nil, reader.read(page.lines[index].trimmed).couldRun { continue }
            heads[index] = head
            if let name = head.name { names[name, default: 0] += 1 }
        }
        // A name that stands alone is one where it comes again.
        return heads.filter { $0.value.name.map { names[$0, default: 0] >= 2 } ?? true }
    }

    private static func take(
        _ page: inout Page, _ heads: [Int: ChatHead], _ notation: any ChatNotation.Type
    ) {
        let places = heads.keys.sorted()
        for (order, index) in places.enumerated() {
            guard let head = heads[index] else { continue }
            let end = order + 1 < places.count ? places[order + 1] : page.lines.count
            if let rest = head.rest {
                let message = notation.message(
                    [rest] + ((index + 1)..<end).map { page.lines[$0].string })
                for (place, text) in zip(index..<end, message)
                where page.lines[place].string != text {
                    page.take(place, text.unicodeScalars, .markup)
                }
                page.lines[index].surroundings.insert(.chatHead)
                if head.isNotice { page.leaveOut(index, as: .markup, "a notice of a chat") }
            } else {
                for place in index..<min(index + head.lines, end) {
                    page.leaveOut(place, as: .markup, "a name and a time of a chat")
                }
                if index + head.lines < end {
                    page.lines[index + head.lines].surroundings.insert(.chatHead)
                }
            }
        }
    }
}
