import { phrases } from "./phrases.ts";
import type { Token } from "./tokens.ts";

const FAMILIES = phrases(`
logistic regression, linear regression, logreg, lr, random forest, random forests, rf, decision tree, decision trees, extra trees,
gradient boosting, gradient boosted trees, gbm, gbdt, xgboost, xgb, lightgbm, lgbm, catboost, adaboost, histgradientboosting,
svm, svc, svr, support vector machine, knn, k nearest neighbors, naive bayes, multinomial naive bayes, mlp, perceptron,
ridge, lasso, elastic net, elasticnet, arima, sarima, prophet, isolation forest, autoencoder, tf idf, tfidf, bm25,
cnn, lstm, gru, rnn, transformer, bert, distilbert, roberta, deberta, electra, albert, xlnet, t5, bart, gpt, gpt4, gpt4o, chatgpt,
claude, gemini, llama, mistral, qwen, resnet, resnet50, resnet18, vgg16, vgg19, efficientnet, mobilenet, mobilenetv2, densenet,
inception, xception, yolo, vit, clip, unet, dummy, dummyclassifier, dummyregressor, randomforestclassifier, randomforestregressor,
logisticregression, xgbclassifier, xgbregressor, linearregression, decisiontreeclassifier, ensemble, stacking, voting
`);

/** One spelling for each, so that "RandomForestClassifier" and "random forest" are one family. */
const SAME: ReadonlyMap<string, string> = new Map([
  ["logreg", "logistic regression"],
  ["lr", "logistic regression"],
  ["logisticregression", "logistic regression"],
  ["linearregression", "linear regression"],
  ["random forests", "random forest"],
  ["rf", "random forest"],
  ["randomforestclassifier", "random forest"],
  ["randomforestregressor", "random forest"],
  ["decision trees", "decision tree"],
  ["decisiontreeclassifier", "decision tree"],
  ["xgb", "xgboost"],
  ["xgbclassifier", "xgboost"],
  ["xgbregressor", "xgboost"],
  ["lgbm", "lightgbm"],
  ["gbm", "gradient boosting"],
  ["gbdt", "gradient boosting"],
  ["gradient boosted trees", "gradient boosting"],
  ["svc", "svm"],
  ["support vector machine", "svm"],
  ["multinomial naive bayes", "naive bayes"],
  ["tfidf", "tf idf"],
  ["elasticnet", "elastic net"],
  ["dummyclassifier", "dummy"],
  ["dummyregressor", "dummy"],
]);

/** The kinds of model that these words name. */
export function familiesIn(tokens: readonly Token[]): Set<string> {
  const found = new Set<string>();
  for (let index = 0; index < tokens.length; ) {
    const family = FAMILIES.at(tokens, index);
    if (family) found.add(SAME.get(family.means) ?? family.means);
    index += family?.length ?? 1;
  }
  return found;
}
