import Notebook
import Testing

@Suite struct JSONTests {
    private static let value = JSON.object([
        ("a", .list([.null, .boolean(true), .integer(3)])), ("b", .object([])),
        (
            "c",
            .block(.list([.object([("d", .string("e"))]), .block(.object([("f", .list([]))]))]))
        ),
    ])

    @Test func `values are written on one line or with blocks over several`() {
        #expect(
            Self.value.text
                == #"{"a":[null,true,3],"b":{},"c":[{"d":"e"},{"f":[]}]}"#)
        #expect(
            JSON.block(Self.value).lines(indent: 2) == """
                {
                  "a": [null, true, 3],
                  "b": {},
                  "c": [
                    {"d": "e"},
                    {
                      "f": []
                    }
                  ]
                }
                """)
    }

    @Test(arguments: [
        (0.5, "0.5"), (3, "3"), (-0.0, "0"), (1e16, "1e+16"), (1.0 / 3, "0.3333333333333333"),
        (.nan, "null"), (.infinity, "null"), (-.infinity, "null"), (1e-300, "1e-300"),
    ])
    func `numbers are the shortest, and null where JSON has none`(number: Double, text: String) {
        #expect(JSON.number(number).text == text)
    }

    @Test func `strings have no control characters, and anything else is as it was`() {
        #expect(
            JSON.string("\"\\\n\t\r\u{0}\u{1B}\u{7F}\u{9F} 한 \u{2028}😀/").text
                == #""\"\\\n\t\r\u0000\u001b\u007f\u009f 한 "# + "\u{2028}😀/\"")
    }
}
