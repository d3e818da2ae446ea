/// `def name a b=1 { … }`
package struct Definition: Equatable, Sendable {
    package struct Parameter: Equatable, Sendable {
        package var name: Name
        package var defaultValue: Expression?

        package init(name: Name, defaultValue: Expression?) {
            self.name = name
            self.defaultValue = defaultValue
        }
    }

    package var name: Name
    package var parameters: [Parameter]
    package var body: Block

    package init(name: Name, parameters: [Parameter], body: Block) {
        self.name = name
        self.parameters = parameters
        self.body = body
    }
}
