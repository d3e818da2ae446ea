/// The lecture's terms, in English and in Korean, with the commands that they are about.
enum LectureTerms {
    /// Terms in small letters, and what `help` is asked for them: a command, one of its forms or a topic.
    static let all: [(terms: [String], topics: [String])] = [
        (
            ["loss function", "objective", "cost", "손실", "손실 함수", "목적 함수", "비용"],
            ["loss", "losses", "explain"]
        ),
        (["hinge", "margin", "svm", "서포트 벡터", "힌지", "마진"], ["loss svm"]),
        (
            ["cross-entropy", "cross entropy", "softmax", "크로스 엔트로피", "교차 엔트로피", "소프트맥스"],
            ["loss softmax"]
        ),
        (
            [
                "regularization", "weight decay", "penalty", "overfitting", "규제", "정규화", "과적합",
                "가중치 감쇠",
            ], ["reg", "regularization"]
        ),
        (["ridge", "릿지"], ["reg l2"]),
        (["lasso", "sparse weights", "라쏘", "희소"], ["reg l1"]),
        (
            ["learning rate", "step size", "eta", "학습률", "스텝 크기", "보폭"],
            ["sgd", "gd", "plot stepsize", "tune"]
        ),
        (["minibatch", "mini-batch", "batch size", "미니배치", "배치", "배치 크기"], ["sgd"]),
        (["stochastic gradient descent", "확률적 경사 하강법"], ["sgd"]),
        (["gradient descent", "경사 하강법", "경사하강법"], ["gd", "sgd"]),
        (
            ["gradient", "slope", "derivative", "그래디언트", "기울기", "미분"],
            ["gradient", "gradcheck", "gd"]
        ),
        (["numerical gradient", "gradient check", "수치 미분", "기울기 검사"], ["gradcheck"]),
        (["epoch", "iteration", "에폭", "반복"], ["sgd", "gd", "lbfgs"]),
        (["momentum", "adam", "optimizer", "모멘텀", "관성", "최적화"], ["sgd", "lbfgs"]),
        (["random search", "local search", "무작위 탐색", "지역 탐색"], ["search"]),
        (
            ["hyperparameter", "grid search", "validation", "하이퍼파라미터", "검증", "탐색"],
            ["tune", "split", "eval"]
        ),
        (["accuracy", "error rate", "정확도", "오차", "평가"], ["eval", "confusion", "report"]),
        (
            ["confusion matrix", "precision", "recall", "f1", "혼동 행렬", "정밀도", "재현율"],
            ["confusion", "report"]
        ),
        (["weights", "template", "bias", "가중치", "템플릿", "편향"], ["plot weights", "init", "show"]),
        (
            ["score", "class", "linear classifier", "점수", "클래스", "분류", "선형 분류기"],
            ["explain", "predict"]
        ),
        (
            ["preprocessing", "standardize", "normalization", "mean subtraction", "전처리", "표준화"],
            ["preprocess"]
        ),
        (
            ["training set", "test set", "split", "훈련", "학습 데이터", "테스트", "데이터 나누기"],
            ["split", "data"]
        ),
        (
            ["data set", "dataset", "csv", "cifar-10", "mnist", "image", "데이터", "데이터셋", "파일"],
            ["load", "files"]
        ),
        (["decision boundary", "region", "결정 경계"], ["plot boundary"]),
        (["loss curve", "learning curve", "손실 곡선", "학습 곡선", "그래프", "그림"], ["plot"]),
        (["seed", "random", "reproducible", "시드", "난수", "재현"], ["seed", "save"]),
        (["train", "fit", "learn", "학습", "훈련하기"], ["sgd", "gd", "lbfgs"]),
        (["loop", "variable", "function", "반복문", "변수", "함수", "언어"], ["language", "functions"]),
        (["key", "shortcut", "단축키", "키"], ["keys"]),
        (["save", "notebook", "저장", "노트북"], ["save", "open"]),
        (["undo", "되돌리기", "취소"], ["undo", "redo"]),
        (["quit", "exit", "나가기", "종료"], ["quit"]),
    ]
}
