import type { AnyReader } from "../output/reader.ts";
import { aif360Document, aif360Lines, aif360Text } from "./evaluation/aif360/aif360.ts";
import { deepchecks } from "./evaluation/deepchecks.ts";
import { evidently } from "./evaluation/evidently/evidently.ts";
import { evidentlyLegacyReport } from "./evaluation/evidently/legacy-report.ts";
import { fairlearnFrame, fairlearnTable } from "./evaluation/fairlearn/fairlearn.ts";
import { greatExpectations } from "./evaluation/great-expectations/great-expectations.ts";
import { interpretFolder } from "./evaluation/interpret/folder.ts";
import { interpretDocument } from "./evaluation/interpret/interpret.ts";
import { notebook } from "./evaluation/notebook.ts";
import { classificationReportDict } from "./evaluation/scikit-learn/output-dict.ts";
import { classificationReport } from "./evaluation/scikit-learn/printed.ts";
import { shapArray } from "./evaluation/shap/array.ts";
import { shapDocument } from "./evaluation/shap/document.ts";
import { shapFolder } from "./evaluation/shap/folder.ts";
import { shapBareTable, shapTable } from "./evaluation/shap/table.ts";
import { trecFolder } from "./evaluation/trec/folder.ts";
import { trecText } from "./evaluation/trec/text.ts";
import { deepevalRun } from "./generative/deepeval/test-run.ts";
import { garakHitlog } from "./generative/garak/hitlog.ts";
import { garakReport } from "./generative/garak/report.ts";
import { inspectArchive } from "./generative/inspect-ai/archive.ts";
import { inspectLog } from "./generative/inspect-ai/log.ts";
import { lmEvalFolder } from "./generative/lm-eval/folder.ts";
import { lmEvalResults } from "./generative/lm-eval/results.ts";
import { lmEvalSampleList, lmEvalSamples } from "./generative/lm-eval/samples.ts";
import { openaiEvals } from "./generative/openai-evals/log.ts";
import { promptfooResults } from "./generative/promptfoo/results.ts";
import { promptfooRows } from "./generative/promptfoo/rows.ts";
import { pyritExport } from "./generative/pyrit/export.ts";
import { pyritTable } from "./generative/pyrit/table.ts";
import { ragasDocument } from "./generative/ragas/document.ts";
import { ragasFolder } from "./generative/ragas/folder.ts";
import { ragasRecords } from "./generative/ragas/records.ts";
import { ragasTable } from "./generative/ragas/table.ts";
import { alertmanager } from "./monitoring/alertmanager/alertmanager.ts";
import { resourceManager } from "./monitoring/azure/resource-manager.ts";
import { cloudformation } from "./monitoring/cloudwatch/cloudformation.ts";
import { grafanaAlerting } from "./monitoring/grafana/alerting.ts";
import { grafanaDashboard } from "./monitoring/grafana/dashboard.ts";
import { prometheusRule } from "./monitoring/prometheus/prometheus-rule.ts";
import { prometheusRules } from "./monitoring/prometheus/rule-file.ts";
import { terraformPlan } from "./monitoring/terraform/plan.ts";
import { croissant } from "./supply-chain/croissant.ts";
import { cyclonedx } from "./supply-chain/cyclonedx/cyclonedx.ts";
import { modelscan } from "./supply-chain/modelscan.ts";
import { openlineage, openlineageDocument } from "./supply-chain/openlineage/openlineage.ts";
import { sarif } from "./supply-chain/sarif/sarif.ts";
import { dvcFile } from "./tracking/dvc/document.ts";
import { dvcFolder } from "./tracking/dvc/folder.ts";
import { gitLfsPointer } from "./tracking/git-lfs/pointer.ts";
import { mlflowDatabase } from "./tracking/mlflow/database.ts";
import { mlflowEvaluation } from "./tracking/mlflow/evaluation.ts";
import { mlflowStore } from "./tracking/mlflow/file-store.ts";
import { mlflowModel } from "./tracking/mlflow/model-file.ts";
import { wandbSummary } from "./tracking/wandb/summary.ts";

/** Every tool whose files are read. A new reader is a file of its own, its fixtures, and a line here. */
export const READERS: readonly AnyReader[] = [
  notebook,
  classificationReport,
  classificationReportDict,
  greatExpectations,
  evidently,
  evidentlyLegacyReport,
  deepchecks,
  fairlearnFrame,
  fairlearnTable,
  aif360Document,
  aif360Lines,
  aif360Text,
  trecFolder,
  trecText,
  shapFolder,
  shapDocument,
  shapTable,
  shapBareTable,
  shapArray,
  interpretDocument,
  interpretFolder,
  promptfooResults,
  promptfooRows,
  inspectLog,
  inspectArchive,
  lmEvalResults,
  lmEvalSamples,
  lmEvalSampleList,
  lmEvalFolder,
  garakReport,
  garakHitlog,
  pyritExport,
  pyritTable,
  openaiEvals,
  deepevalRun,
  ragasTable,
  ragasRecords,
  ragasDocument,
  ragasFolder,
  prometheusRules,
  prometheusRule,
  alertmanager,
  grafanaAlerting,
  grafanaDashboard,
  cloudformation,
  resourceManager,
  terraformPlan,
  mlflowStore,
  mlflowDatabase,
  mlflowModel,
  mlflowEvaluation,
  dvcFile,
  dvcFolder,
  gitLfsPointer,
  wandbSummary,
  sarif,
  modelscan,
  cyclonedx,
  croissant,
  openlineage,
  openlineageDocument,
];
