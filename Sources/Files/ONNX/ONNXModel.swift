/// A network in the format of ONNX, the Open Neural Network Exchange.
///
/// IR version 7 and operator set 13 came together in 2020 (ONNX 1.8), and every runtime since then reads
/// them.
package struct ONNXModel: Sendable {
    package var name: String
    /// What the inputs and outputs are, for whoever looks at the file.
    package var description: String
    package var inputs: [ONNXValue]
    package var outputs: [ONNXValue]
    /// In an order in which each node's inputs are there before it.
    package var nodes: [ONNXNode]
    package var constants: [ONNXTensor]
    /// Texts by name that runtimes hand on and do not read.
    package var notes: [(name: String, text: String)]

    private static let version = (ir: 7, operators: 13)
    /// Protocol Buffers end at 2 GB; a margin is kept for what is not a constant.
    private static let sizeLimit = 1 << 31 - 1 << 24

    package init(
        _ name: String, description: String, inputs: [ONNXValue], outputs: [ONNXValue],
        nodes: [ONNXNode], constants: [ONNXTensor], notes: [(name: String, text: String)]
    ) {
        (self.name, self.description, self.notes) = (name, description, notes)
        (self.inputs, self.outputs) = (inputs, outputs)
        (self.nodes, self.constants) = (nodes, constants)
    }

    /// - Throws: also where the constants are larger than the format takes.
    package func write(to path: String) throws(FileError) {
        let size =
            constants.reduce(0) { $0 + $1.size } + notes.reduce(0) { $0 + $1.text.utf8.count }
        guard size < Self.sizeLimit else {
            throw FileError(
                "\(path) would have \(size >> 20) MB, and an ONNX file ends at 2 GB",
                hint: "write .npz instead")
        }
        try AtomicFile.write(try message().bytes, to: path)
    }

    /// `ModelProto`.
    private func message() throws(FileError) -> ProtobufMessage {
        var message = ProtobufMessage()
        message.add(1, Self.version.ir)
        message.add(2, "lc")
        message.add(6, description)
        message.add(7, try graph())
        var operators = ProtobufMessage()
        operators.add(1, "")
        operators.add(2, Self.version.operators)
        message.add(8, operators)
        for (name, text) in notes {
            var note = ProtobufMessage()
            note.add(1, name)
            note.add(2, text)
            message.add(14, note)
        }
        return message
    }

    /// `GraphProto`.
    private func graph() throws(FileError) -> ProtobufMessage {
        var message = ProtobufMessage()
        for node in nodes { message.add(1, node.message()) }
        message.add(2, name)
        for constant in constants { message.add(5, try constant.message()) }
        for input in inputs { message.add(11, input.message()) }
        for output in outputs { message.add(12, output.message()) }
        return message
    }
}
