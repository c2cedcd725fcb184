"""The same numbers by pandas and scikit-learn: confusion counts, AUC, average precision and Brier, overall and per slice."""
import json
import sys

import pandas as pd
from sklearn.metrics import average_precision_score, brier_score_loss, confusion_matrix, roc_auc_score

table = pd.read_csv(sys.argv[1])
slices = sys.argv[2].split(",")


def measure(rows):
    tn, fp, fn, tp = confusion_matrix(rows["label"], rows["score"] >= 0.5).ravel()
    return {
        "counts": [int(tp), int(fn), int(fp), int(tn)],
        "roc-auc": roc_auc_score(rows["label"], rows["score"]),
        "average-precision": average_precision_score(rows["label"], rows["score"]),
        "brier-score": brier_score_loss(rows["label"], rows["score"]),
    }


found = {"all": measure(table)}
for column in slices:
    for value, rows in table.groupby(column):
        found[f"{column}={value}"] = measure(rows)
print(json.dumps(found))
