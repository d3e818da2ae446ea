/// A method that finds the optimum of a convex objective, and says how far from it a result can be.
package protocol Solver: Sendable {
    /// What `solve solver=NAME` calls it.
    static var name: String { get }
    static var summary: String { get }
    /// Why it suits a problem, in a few words; nil where it cannot solve it.
    static func reason(for problem: ConvexProblem) -> String?
    /// The bytes that it needs beside the weights.
    static func bytes(for problem: ConvexProblem) -> Int
    /// Solves the problem from a start, and tells `progress` of each point.
    static func run(
        _ problem: ConvexProblem, from start: LinearClassifier, _ progress: SolverProgress
    ) -> StopReason
}
