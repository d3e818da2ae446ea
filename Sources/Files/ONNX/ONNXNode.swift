/// One operation of a network, by ONNX's name of it: `Gemm`.
package struct ONNXNode: Sendable {
    let operation: String
    let inputs: [String]
    let output: String
    let attributes: [(name: String, value: Int)]

    package init(
        _ operation: String, _ inputs: [String], to output: String,
        _ attributes: [(name: String, value: Int)] = []
    ) {
        (self.operation, self.inputs) = (operation, inputs)
        (self.output, self.attributes) = (output, attributes)
    }

    private static let isInteger = 2

    /// `NodeProto`.
    func message() -> ProtobufMessage {
        var message = ProtobufMessage()
        for input in inputs { message.add(1, input) }
        message.add(2, output)
        message.add(3, "make_\(output)")
        message.add(4, operation)
        for (name, value) in attributes {
            var attribute = ProtobufMessage()
            attribute.add(1, name)
            attribute.add(3, value)
            attribute.add(20, Self.isInteger)
            message.add(5, attribute)
        }
        return message
    }
}
