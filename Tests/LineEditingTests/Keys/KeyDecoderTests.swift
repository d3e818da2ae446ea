import LineEditing
import Platform
import Testing

/// Keys from bytes, pauses and signals.
@Suite struct KeyDecoderTests {
    private enum Input {
        case bytes([UInt8])
        case pause
        case signal(TerminalSignal)
        case end

        static func text(_ text: String) -> Input { .bytes(Array(text.utf8)) }
    }

    /// The events that a decoder makes, taken after each input.
    private func events(_ inputs: [Input], _ set: (inout KeyDecoder) -> Void = { _ in })
        -> [InputEvent]
    {
        var decoder = KeyDecoder()
        set(&decoder)
        var events: [InputEvent] = []
        for input in inputs {
            switch input {
            case .bytes(let bytes): decoder.feed(bytes)
            case .pause: decoder.pause()
            case .signal(let signal): decoder.feed(signal).map { events.append($0) }
            case .end: decoder.end()
            }
            while case .event(let event) = decoder.next() {
                events.append(event)
                if event == .end { break }
            }
        }
        return events
    }

    /// What a decoder asks for after some bytes that make no event.
    private func need(_ text: String, _ set: (inout KeyDecoder) -> Void = { _ in })
        -> KeyDecoder.Step
    {
        var decoder = KeyDecoder()
        set(&decoder)
        decoder.feed(Array(text.utf8))
        return decoder.next()
    }

    private static func characters(_ text: String) -> [InputEvent] {
        text.unicodeScalars.map { .character($0) }
    }

    private static let known: [(String, [InputEvent])] = [
        ("", []), ("a", [.character("a")]), ("é한😀", characters("é한😀")),
        ("\u{7F}\u{8}\u{1}\u{0}", characters("\u{7F}\u{8}\u{1}\u{0}")),
        ("e\u{301}\u{1112}\u{1161}", characters("e\u{301}\u{1112}\u{1161}")),
        ("\r\r", [.key(.enter), .key(.enter)]), ("\n", [.key(.enter)]), ("\t", [.key(.tab)]),
        ("\u{4}", [.key(.endOfFile)]), ("\u{3}", [.interrupt]), ("\u{1A}", [.suspend]),
        ("\u{1C}", [.quit]), ("\u{1B}\r", [.key(.newline)]), ("\u{1B}\n", [.key(.newline)]),
        ("\u{1B}b\u{1B}f", characters("\u{1B}b\u{1B}f")),
        ("\u{1B}\u{7F}", characters("\u{1B}\u{7F}")),
        // Twice an escape: the first has no meaning.
        ("\u{1B}\u{1B}[A", [.key(.up)]),
        // Characters that cannot be seen.
        ("a\u{200B}\u{FEFF}\u{202E}\u{AD}\u{85}b", characters("ab")),
        (
            "\u{1B}[200~a\u{1B}[31mb\u{1B}[20\rc\u{3}\u{1B}[201~d",
            [
                .paste("a\u{1B}[31mb\u{1B}[20\rc\u{3}"), .character("d"),
            ]
        ),
        ("\u{1B}[200~\u{1B}[201~", [.paste("")]),
        ("\u{1B}[200~한\u{1B}[201~\u{1B}[200~글\u{1B}[201~", [.paste("한"), .paste("글")]),
        ("\u{1B}[201~a", [.character("a")]),
    ]

    private static let sequences: [(Key, [String])] = [
        (.up, ["[A", "OA", "[a", "Oa", "[1;2A"]), (.down, ["[B", "OB", "[b", "[1;2B"]),
        (.right, ["[C", "OC", "[1;2C"]), (.left, ["[D", "OD", "[1;2D"]),
        (.home, ["[H", "OH", "[1~", "[7~", "[1;5H"]), (.end, ["[F", "OF", "[4~", "[8~", "[1;2F"]),
        (.pageUp, ["[5~", "[1;5A", "[1;3A"]), (.pageDown, ["[6~", "[1;5B", "[1;8B"]),
        (.wordLeft, ["[1;5D", "[1;3D", "Od"]), (.wordRight, ["[1;5C", "[1;3C", "Oc"]),
        (.delete, ["[3~", "[3;2~"]), (.deleteWord, ["[3;5~", "[3;3~"]),
    ]

    private static let unknown = [
        "[15~", "[6;5~", "[1;9P", "[[B", "[I", "[O", "OQ", "[24;2~", "[<0;10;10M", "[M !!",
        "]11;rgb:0/0/0\u{1B}\\", "]0;a title\u{7}", "[?1;2c", "P1$r0m\u{1B}\\", "[200;1~",
        "_Gi=1;OK\u{1B}\\", "^x\u{1B}\\", "[1;2", "]open",
    ]

    /// The ways to cut bytes: nowhere, at each place, everywhere.
    private func cuts(_ bytes: [UInt8]) -> [[Input]] {
        [[.bytes(bytes)], bytes.map { .bytes([$0]) }]
            + bytes.indices.map { [.bytes(Array(bytes[..<$0])), .bytes(Array(bytes[$0...]))] }
    }

    @Test func `keys and characters are the same however their bytes are cut`() {
        for (text, expected) in Self.known {
            for cut in cuts(Array(text.utf8)) {
                #expect(events(cut) == expected, "\(text.debugDescription) as \(cut)")
            }
        }
    }

    @Test func `every terminal's sequences are keys`() {
        for (key, sequences) in Self.sequences {
            for sequence in sequences {
                for cut in cuts(Array("\u{1B}\(sequence)x".utf8)) {
                    #expect(events(cut) == [.key(key), .character("x")], "\(sequence) as \(cut)")
                }
            }
        }
    }

    @Test func `sequences without a meaning are swallowed whole`() {
        for sequence in Self.unknown {
            for cut in cuts(Array("\u{1B}\(sequence)".utf8)) {
                let events = events(cut + [.pause, .text("x")])
                #expect(events == [.character("x")], "\(sequence.debugDescription) as \(cut)")
            }
        }
    }

    @Test func `bytes that are no character are dropped, and nothing after them`() {
        let broken: [[UInt8]] = [
            [0x80], [0xFF], [0xC0], [0xC1, 0x80], [0xE3, 0x81], [0xF0, 0x9F, 0x98],
            [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
        ]
        for bytes in broken {
            for cut in cuts(bytes + Array("x".utf8)) {
                #expect(events(cut) == [.character("x")], "\(bytes) as \(cut)")
            }
            #expect(events([.bytes(bytes), .pause, .text("y")]) == [.character("y")])
        }
    }

    @Test func `CR LF in one piece is one line end`() {
        #expect(events([.text("\r\n")]) == [.key(.enter)])
        #expect(events([.text("\n\r")]) == [.key(.enter), .key(.enter)])
    }

    @Test func `an escape alone is a key where it is asked for, after a pause`() {
        #expect(events([.text("\u{1B}"), .pause, .text("b")]) == Self.characters("b"))
        let vi = events([.text("\u{1B}"), .pause, .text("b")]) { $0.takesEscape = true }
        #expect(vi == Self.characters("\u{1B}b"))
        let korean = events([.text("\u{1B}한")]) { $0.takesEscape = true }
        #expect(korean == Self.characters("\u{1B}한"))
        #expect(events([.text("\u{1B}"), .end]) == [.end])
    }

    @Test func `it says how long to wait for more`() {
        #expect(need("") == .needsMore(milliseconds: nil))
        #expect(need("\u{1B}") == .needsMore(milliseconds: 30))
        for text in ["\u{1B}[", "\u{1B}[1;", "\u{1B}O", "\u{1B}]0;a", "\u{1B}[M"] {
            #expect(need(text) == .needsMore(milliseconds: 500), "\(text.debugDescription)")
        }
        #expect(need("\u{1B}[200~a") == .needsMore(milliseconds: 2000))
        #expect(need("a\rb") { $0.joinsLines = true } == .needsMore(milliseconds: 40))
        var decoder = KeyDecoder()
        decoder.feed([0xED])
        #expect(decoder.next() == .needsMore(milliseconds: 100))
    }

    // MARK: - Pastes

    @Test func `lines that come at once are a paste, and typed ones are not`() {
        func joined(_ inputs: [Input]) -> [InputEvent] {
            events(inputs) { $0.joinsLines = true }
        }
        #expect(joined([.text("a\rb"), .text("c\r"), .pause]) == [.paste("a\rbc\r")])
        #expect(joined([.text("a\r\nb"), .pause]) == [.paste("a\r\nb")])
        #expect(
            joined([.text("a\r"), .text("b")]) == [.character("a"), .key(.enter), .character("b")])
        #expect(joined([.text("a\r\r\u{7F}")]).count == 4)
        #expect(
            joined([.text("a\rb\u{1B}[200~c\rd\u{1B}[201~"), .pause]) == [
                .paste("a\rb"), .paste("c\rd"),
            ])
        #expect(joined([.text("\u{1B}[200~a\rb\u{1B}[201~")]) == [.paste("a\rb")])
        #expect(joined([.text("a\rb"), .end]) == [.paste("a\rb"), .end])
        #expect(events([.text("a\rb")]).count == 3)
    }

    @Test func `a paste whose end does not come ends at a pause`() {
        #expect(
            events([.text("\u{1B}[200~a\rb"), .pause, .text("c")]) == [
                .paste("a\rb"), .character("c"),
            ])
        #expect(events([.text("\u{1B}[200~a"), .end]) == [.paste("a"), .end])
    }

    @Test func `Ctrl-C in a paste drops all of it`() {
        let begin = Input.text("\u{1B}[200~print a")
        #expect(
            events([begin, .signal(.interrupt), .text("b"), .text("c\u{1B}[20"), .text("1~d")]) == [
                .interrupt, .character("d"),
            ])
        #expect(
            events([begin, .signal(.interrupt), .pause, .text("d")]) == [
                .interrupt, .character("d"),
            ])
    }

    @Test func `other signals in a paste come after it`() {
        #expect(
            events([.text("\u{1B}[200~a"), .signal(.resize), .text("\u{1B}[201~")]) == [
                .paste("a"), .resize,
            ])
        let burst = events([.text("a\rb"), .signal(.interrupt), .pause]) { $0.joinsLines = true }
        #expect(burst == [.paste("a\rb"), .interrupt])
    }

    @Test func `signals come at once, and break nothing that is half there`() {
        for (text, expected) in [("\u{1B}[A", InputEvent.key(.up)), ("한", .character("한"))] {
            let bytes = Array(text.utf8)
            for place in 1..<bytes.count {
                let inputs: [Input] = [
                    .bytes(Array(bytes[..<place])), .signal(.suspend),
                    .bytes(Array(bytes[place...])),
                ]
                #expect(events(inputs) == [.suspend, expected])
            }
        }
    }

    @Test func `what was put back comes first`() {
        var decoder = KeyDecoder()
        decoder.feed(Array("b".utf8))
        decoder.putBack("한")
        decoder.putBack(paste: "x\ny")
        #expect(decoder.next() == .event(.paste("x\ny")))
        #expect(decoder.next() == .event(.character("한")))
        #expect(decoder.hasPending)
        #expect(decoder.next() == .event(.character("b")))
        #expect(!decoder.hasPending)
    }

    @Test func `random bytes give the same events however they are cut`() {
        var state: UInt64 = 11
        func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let pieces = [
            "\u{1B}", "[", "O", "]", "A", "~", "1", ";", "200~", "201~", "\u{7}", "\\", "a", "한",
            "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[M", "\r", "\t", "\u{3}",
        ]
        for round in 0..<500 {
            var bytes: [UInt8] = []
            for _ in 0..<below(30) {
                let piece = Array(pieces[below(pieces.count)].utf8)
                bytes += piece.dropLast(below(8) == 0 ? 1 : 0)
            }
            var cut: [Input] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = 1 + below(4)
                cut.append(.bytes(Array(rest.prefix(count))))
                rest = rest.dropFirst(count)
            }
            let whole = events([.bytes(bytes), .end])
            #expect(events(cut + [.end]) == whole, "round \(round): \(bytes)")
        }
    }
}
