import Notebook
import Platform

extension JSON {
    /// A value of the language as JSON; a range is a list of its two ends. Lists are empty where the
    /// work is given up.
    package init(_ value: Value) {
        self =
            switch value {
            case .nothing: .null
            case .boolean(let flag): .boolean(flag)
            case .number(let number): .number(number)
            case .percentage(let percent): .number(percent / 100)
            case .string(let string): .string(string)
            case .list(let items): .list(Abandonment.isRequested ? [] : items.map(JSON.init))
            case .range(let lower, let upper):
                .list([.number(Double(lower)), .number(Double(upper))])
            case .record(let record): JSON(record)
            }
    }

    package init(_ record: Record) {
        self = .object(record.fields.map { ($0.name, JSON($0.value)) })
    }
}
