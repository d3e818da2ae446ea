/// One point of a run's loss curve.
package struct CurvePoint: Sendable, Equatable {
    package var step: Int
    /// How many times the whole training part has been seen.
    package var epoch: Double
    package var loss: Double
    package var trainAccuracy: Double?
    package var valAccuracy: Double?

    package init(
        step: Int, epoch: Double, loss: Double, trainAccuracy: Double? = nil,
        valAccuracy: Double? = nil
    ) {
        self.step = step
        self.epoch = epoch
        self.loss = loss
        self.trainAccuracy = trainAccuracy
        self.valAccuracy = valAccuracy
    }
}
