import TestSupport
import Testing

/// Loss and gradient beside an independent computation in numpy: from numbers that it gave once, and
/// live where numpy is there.
@Suite struct NumPyTests {
    /// λ = 0.01, β = 0.3; the weights are `init 0.1` of seed 1 on digits, all training examples.
    static let objectives = [
        "loss svm", "loss svm squared", "loss softmax",
    ].flatMap { loss in
        ["reg none", "reg l2 0.01", "reg l1 0.01", "reg elastic 0.01 beta=0.3"].map {
            "\(loss); \($0)"
        }
    }

    private static let hasNumPy = TestTools.python != nil || TestTools.areRequired

    @Test(
        .enabled(if: hasNumPy, "scripts/test-tools installs what it needs"), arguments: objectives)
    func `loss and gradient agree with numpy to five digits`(objective: String) throws {
        let python = try #require(TestTools.python)
        let folder = TemporaryFolder()
        folder.write("check.py", Self.script)
        let result = BuiltProgram.run([
            "--json", "-c",
            """
            load csv \(csv(in: folder)); init 0.1; \(objective)
            loss; gradient analytic save=\(folder.path)/g.npz; save weights \(folder.path)/w.npz
            """,
        ])
        #expect(result.status == 0, "\(result.errors)")
        let loss = result.output.split(separator: "\"data_loss\":").last.map { String($0) } ?? ""
        let total = result.output.split(separator: "\n").filter {
            $0.contains("\"source\":\"loss\"")
        }.last
        folder.write("loss.json", String(total ?? ""))
        #expect(!loss.isEmpty)
        let status = Shell.run(
            "cd '\(folder.path)' && \(python) check.py '\(objective)' >out 2>&1")
        #expect(status == 0, "\(folder.read("out"))")
    }

    /// A table whose split numpy can make as well: all of it is for training.
    private func csv(in folder: TemporaryFolder) -> String {
        var state: UInt64 = 9
        var text = "a,b,c,d,kind\n"
        for row in 0..<200 {
            for _ in 0..<4 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += "\(Double(state >> 40) / 65_536.0 - 100),"
            }
            text += "k\(row % 3)\n"
        }
        folder.write("a.csv", text)
        return folder.path + "/a.csv; split val=0 test=0"
    }

    private static let script = """
        import csv, json, sys, numpy as np
        rows = list(csv.reader(open('a.csv')))[1:]
        X = np.array([[float(v) for v in r[:4]] for r in rows])
        y = np.array([int(r[4][1:]) for r in rows])
        w = np.load('w.npz'); g = np.load('g.npz')
        W = w['W'].astype(float); b = w['b'].astype(float)
        Z = (X - w['mean']) / w['scale']
        S = Z @ W.T + b
        n = len(y); at = np.arange(n)
        what = sys.argv[1]
        if 'softmax' in what:
            P = np.exp(S - S.max(1, keepdims=True)); P /= P.sum(1, keepdims=True)
            data = -np.log(P[at, y]).mean(); D = P.copy(); D[at, y] -= 1
        else:
            M = np.maximum(0, S - S[at, y][:, None] + 1); M[at, y] = 0
            if 'squared' in what:
                data = (M ** 2).sum(1).mean(); D = 2 * M
            else:
                data = M.sum(1).mean(); D = (M > 0).astype(float)
            D[at, y] = -D.sum(1)
        dW = D.T @ Z / n; db = D.mean(0)
        quadratic, absolute = (1, 0) if 'l2' in what else (0, 1) if 'l1' in what else (0.3, 1) if 'elastic' in what else (0, 0)
        total = data + 0.01 * (quadratic * (W ** 2).sum() + absolute * np.abs(W).sum())
        dW += 0.01 * (2 * quadratic * W + absolute * np.sign(W))
        record = json.load(open('loss.json'))['record']
        np.testing.assert_allclose(record['loss'], total, rtol=1e-5)
        np.testing.assert_allclose(record['data_loss'], data, rtol=1e-5)
        scale = np.abs(dW).max()
        np.testing.assert_allclose(g['dW'], dW, rtol=1e-5, atol=1e-5 * scale)
        np.testing.assert_allclose(g['db'], db, rtol=1e-5, atol=1e-5 * scale)
        """
}
