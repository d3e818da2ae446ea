/// The types of elements that lc writes, by their numbers in `TensorProto.DataType`.
package enum ONNXType: Int, Sendable {
    case float = 1
    case int64 = 7
    case text = 8
}

/// An input or an output of a network: an array of N rows.
package struct ONNXValue: Sendable {
    let name: String
    let type: ONNXType
    /// The length of a row; nil for a single element a row.
    let columns: Int?

    package init(_ name: String, _ type: ONNXType, columns: Int? = nil) {
        (self.name, self.type, self.columns) = (name, type, columns)
    }

    /// `ValueInfoProto`, whose first length has the name N, for it is any number.
    func message() -> ProtobufMessage {
        var rows = ProtobufMessage()
        rows.add(2, "N")
        var shape = ProtobufMessage()
        shape.add(1, rows)
        if let columns {
            var length = ProtobufMessage()
            length.add(1, columns)
            shape.add(1, length)
        }
        var tensor = ProtobufMessage()
        tensor.add(1, type.rawValue)
        tensor.add(2, shape)
        var description = ProtobufMessage()
        description.add(1, tensor)
        var message = ProtobufMessage()
        message.add(1, name)
        message.add(2, description)
        return message
    }
}
