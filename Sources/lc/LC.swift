@main
enum LC {
    static func main() {}
}
