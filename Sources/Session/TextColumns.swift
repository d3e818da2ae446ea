import Plotting

/// Text measured in terminal columns.
enum TextColumns {
    static func width(_ text: String) -> Int { DisplayText.width(text) }

    static func pad(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - width(text)))
    }
}
