/// Something that was entered, with when and where, as far as that is known.
package struct EnteredText: Sendable {
    package struct Origin: Sendable {
        /// The day, and the folder that the session was in.
        package let heading: String
        /// `09:41`
        package let clock: String

        package init(heading: String, clock: String) {
            self.heading = heading
            self.clock = clock
        }
    }

    package let text: String
    package let origin: Origin?

    package init(_ text: String, origin: Origin? = nil) {
        self.text = text
        self.origin = origin
    }
}
