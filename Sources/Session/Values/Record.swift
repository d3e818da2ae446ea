/// Named values in the order they were made, as commands return them.
package struct Record: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    package struct Field: Sendable, Equatable {
        package var name: String
        package var value: Value
    }

    package private(set) var fields: [Field]
    private(set) var extent = Extent(of: [])

    package init(_ fields: [(String, Value)] = []) {
        self.fields = []
        for (name, value) in fields { self[name] = value }
    }

    package init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }

    package subscript(name: String) -> Value? {
        get { fields.first { $0.name == name }?.value }
        set {
            let index = fields.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): fields[index].value = value
            case (let index?, nil): fields.remove(at: index)
            case (nil, let value?): fields.append(Field(name: name, value: value))
            case (nil, nil): break
            }
            extent = Extent(of: fields.lazy.map(\.value))
        }
    }
}
