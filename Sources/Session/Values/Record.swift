import Platform

/// Named values in the order they were made, as commands return them.
package struct Record: Sendable, ExpressibleByDictionaryLiteral {
    package struct Field: Sendable, Equatable {
        package var name: String
        package var value: Value
    }

    package private(set) var fields: [Field]
    private(set) var extent: Extent
    /// The places of many fields by their names; nil for a few, which are found sooner one by one.
    private var places: [String: Int]?

    private static let few = 16

    /// Of fields with the same name the last counts, at the place of the first.
    package init(_ fields: [(String, Value)] = []) {
        var places: [String: Int] = [:]
        self.fields = []
        for (name, value) in fields {
            if let place = places[name] {
                self.fields[place].value = value
            } else {
                places[name] = self.fields.count
                self.fields.append(Field(name: name, value: value))
            }
        }
        extent = Extent(of: self.fields.lazy.map(\.value))
        self.places = places.count > Self.few ? places : nil
    }

    package init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }

    package subscript(name: String) -> Value? {
        get { place(of: name).map { fields[$0].value } }
        set {
            let place = place(of: name)
            switch (place, newValue) {
            case (let place?, let value?): fields[place].value = value
            case (let place?, nil): fields.remove(at: place)
            case (nil, let value?): fields.append(Field(name: name, value: value))
            case (nil, nil): return
            }
            // Commands set a field or two of a record; a text's fields come all at once.
            self = Record(fields.map { ($0.name, $0.value) })
        }
    }

    private func place(of name: String) -> Int? {
        places.map { $0[name] } ?? fields.firstIndex { $0.name == name }
    }
}

extension Record: Equatable {
    /// Whether two records are the same. Work that is given up says false, which nobody may use.
    package static func == (a: Record, b: Record) -> Bool {
        guard a.extent == b.extent, a.fields.count == b.fields.count else { return false }
        for index in a.fields.indices {
            if index % 1024 == 0, Abandonment.isRequested { return false }
            guard a.fields[index] == b.fields[index] else { return false }
        }
        return true
    }
}
