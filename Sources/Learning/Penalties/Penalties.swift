/// Every penalty, in the order of help.
package enum Penalties {
    package static let all: [any Penalty.Type] = [
        L2.self, L1.self, ElasticNet.self, NoPenalty.self,
    ]
}
