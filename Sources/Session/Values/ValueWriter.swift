import Platform

/// Writes a value as it would be typed. Work that is given up ends anywhere, and nobody may use it.
struct ValueWriter {
    private(set) var text = ""
    private var count = 0
    private var isGivenUp = false

    mutating func add(_ value: Value) {
        switch value {
        case .nothing: text += "nothing"
        case .boolean(let flag): text += flag ? "true" : "false"
        case .number(let number): text += NumberText.general(number)
        case .percentage(let percent): text += NumberText.general(percent) + "%"
        case .string(let string): text += Value.quoted(string)
        case .range(let lower, let upper): text += "\(lower)..\(upper)"
        case .list(let items):
            add("[", items, "]") { writer, item in writer.add(item) }
        case .record(let record):
            add("{", record.fields, "}") { writer, field in
                writer.text += field.name + ": "
                writer.add(field.value)
            }
        }
    }

    private mutating func add<Part>(
        _ opening: String, _ parts: some Collection<Part>, _ closing: String,
        _ add: (inout ValueWriter, Part) -> Void
    ) {
        text += opening
        var isFirst = true
        for part in parts {
            count += 1
            if count % 1024 == 0 { isGivenUp = Abandonment.isRequested }
            if isGivenUp { return }
            if !isFirst { text += ", " }
            isFirst = false
            add(&self, part)
        }
        text += closing
    }
}
