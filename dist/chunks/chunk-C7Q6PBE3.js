import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
var FORMATS=["text","json","sarif","markdown","github"];async function render(report,format,terminal){switch(format){case"text":return(await import("./text-A77WGAZS.js")).renderText(report,terminal);case"json":return(await import("./json-HPBVPIWP.js")).renderJson(report);case"markdown":return(await import("./markdown-S234ZQBW.js")).renderMarkdown(report,{limit:1e6});case"github":{let{renderGithub}=await import("./github-WUCTSYCC.js");return renderGithub(report,{errors:10,warnings:10})}case"sarif":{let[{renderSarif},{describeRules}]=await Promise.all([import("./sarif-FTXCYQIX.js"),import("./describe-ESTJXWFM.js")]);return renderSarif(report,describeRules())}}}var EXPLAIN_EXITS=`
Exit codes:
  0  shown
  2  the command line, the trusted configuration or the trusted policy is wrong; there is no such rule or model

Examples:
  effective-challenge explain performance/claims-reproduce     a rule, and what this repository's policy makes of it
  effective-challenge explain models/credit                    how the tier came about, and what would change it
  effective-challenge explain credit-default --format json     the same of a model by its id
`;function explainCommand(program,exits){program.command("explain").description("a rule and what this repository's policy makes of it, or how the tier of a model came about").argument("<RULE|MODEL>","the id of a rule; the folder, the card or the id of a model").option("--format <format>","text or json (default: text)").addHelpText("after",EXPLAIN_EXITS).exitOverride().action(async(named,options)=>{exits(await(await import("./explain-I23O46QE.js")).explain(named,options))})}function listed(written,before){return[...before??[],written]}var METRICS_EXITS=`
Exit codes:
  0  measured; what is undefined is shown with its reason
  1  the file cannot be measured: it cannot be read, or holds rows or cells that cannot be used
  2  the command line is wrong
  4  a fault of effective-challenge

Examples:
  effective-challenge metrics predictions.csv --task binary --label y_true --score y_score --threshold 0.5
  effective-challenge metrics predictions.parquet --task binary --label y --score p --segment sex --segment age
  effective-challenge metrics predictions.csv --task binary --label y --score p --metric roc_auc --metric log_loss
  effective-challenge metrics new.csv --reference old.csv --id id --task regression --label y --prediction y_hat
`;function metricsCommand(program,exits){program.command("metrics").description("measure one file of predictions: CSV, JSON Lines or Parquet").argument("<FILE>","the file, also compressed with gzip").requiredOption("--task <task>","binary, multiclass, multilabel or regression").requiredOption("--label <column>","the truth; for multilabel LABEL=COLUMN, once for every label",listed).option("--score <column>","the positive class's score; for multiclass and multilabel CLASS=COLUMN, once for every class",listed).option("--prediction <column>","the decision, or the predicted number; for multilabel LABEL=COLUMN",listed).option("--lower <column>","the lower bound of a predicted interval").option("--upper <column>","the upper bound of a predicted interval").option("--threshold <t>","decide for the positive class where score \u2265 t").option("--positive <class>","the positive class, unless the classes are 0 and 1").option("--weight <column>","how much each row counts").option("--count <column>","how many rows each line stands for, in a table of pre-aggregated counts").option("--segment <column>","measure by its values, and by all segments together; repeatable",listed).option("--entity <column>","whose rows the bootstrap draws together").option("--reference <file>","show what changed against this file").option("--id <column>","compare with the reference row by row").option("--bootstrap <n>","also BCa intervals from n replicates").option("--stratify","the bootstrap keeps the number of rows of each class").option("--margin <m>","the largest loss against the reference, in a metric's own unit, that is still non-inferior").option("--seed <text>","seeds the bootstrap, beside the file's SHA-256").option("--confidence <level>","of every interval (default: 0.95)").option("--metric <name>","only this metric, of all rows and of each group, without curves, calibration and disparities; repeatable",listed).option("--format <format>","text or json (default: text)").addHelpText("after",METRICS_EXITS).exitOverride().action(async(file,options)=>{exits(await(await import("./metrics-NYZLNESH.js")).metrics(file,options))})}var SHOW_EXITS=`
Exit codes:
  0  shown
  2  the command line or the policy is wrong

Examples:
  effective-challenge policy show --tier high                          what judges this repository
  effective-challenge policy show baseline --tier high --stage staging
  effective-challenge policy show main:governance/policy.yaml --tier critical
`,TEST_EXITS=`
Exit codes:
  0  every test passes
  1  a test fails; with --strict also when a rule or a threshold is not reached
  2  the command line, a file of tests or a policy is wrong
  4  a fault of effective-challenge

Examples:
  effective-challenge policy test                                        every test of this repository
  effective-challenge policy test governance/model-policy.test.yaml
  effective-challenge policy test policies --thresholds --strict         before a policy is merged
`,DIFF_EXITS=`
Exit codes:
  0  shown
  1  with --exit-code: something is looser, or may be and has to be read
  2  the command line or one of the policies is wrong
  3  with --against: no model found
  4  a fault of effective-challenge

Examples:
  effective-challenge policy diff main                                  what this work tree loosens
  effective-challenge policy diff baseline governance/policy.yaml
  effective-challenge policy diff v1.0:governance/policy.yaml --against models --exit-code
`;function policyCommand(program,exits){let policy=program.command("policy").description("show, test and compare policies").exitOverride();policy.command("show").description("the effective policy for a tier and stage, with the file and line of every value").argument("[POLICY]","a bundled policy, a file, a git ref or REF:PATH (default: this repository's)").requiredOption("--tier <tier>","low, medium, high or critical").option("--stage <stage>","development, staging, production or retired (default: production)").option("--format <format>","text or json (default: text)").addHelpText("after",SHOW_EXITS).exitOverride().action(async(named,options)=>{exits(await(await import("./show-5XS6MMQU.js")).show(named,options))}),policy.command("test").description("run policy tests, and show the rules and thresholds that none of them reached").argument("[FILE...]","files, or folders with *.test.yaml (default: governance/, policies/ and beside the policy)").option("--thresholds","change each value of the policy by one step, and show which change no test notices").option("--strict","what no test reached exits 1, too").option("--format <format>","text or json (default: text)").addHelpText("after",TEST_EXITS).exitOverride().action(async(files,options)=>{exits(await(await import("./test-CUA2SJPX.js")).test(files,options))}),policy.command("diff").description("what NEW asks for that OLD does not, and the other way round: looser first, in words").argument("<OLD>","a bundled policy, a file, a git ref or REF:PATH").argument("[NEW]","the same (default: this repository's)").option("--against <path...>","judge the models there under both, and say what changes for each").option("--stage <stage>","judge them as if at this stage: development, staging, production, retired").option("--as-of <date>","judge them as of this UTC date, YYYY-MM-DD (default: today)").option("--exit-code","exit with 1 when something is looser, or may be").option("--format <format[=file]>","text, json or markdown; repeatable (default: text)",listed).addHelpText("after",DIFF_EXITS).exitOverride().action(async(old,young,options)=>{exits(await(await import("./diff-Y5UKBDVV.js")).diff(old,young,options))})}var FRAMEWORK_NAMES={"nist-ai-rmf":"NIST AI RMF 1.0","nist-ai-600-1":"NIST AI 600-1","iso-42001":"ISO/IEC 42001 Annex A","iso-23894":"ISO/IEC 23894","eu-ai-act":"EU AI Act","sr-11-7":"SR 11-7","soc-2":"SOC 2"},FRAMEWORKS=Object.keys(FRAMEWORK_NAMES);var REPORT_HELP=`
Frameworks:
${Object.entries(FRAMEWORK_NAMES).map(([id,name])=>`  ${id.padEnd(14)} ${name}`).join(`
`)}

Exit codes:
  0  shown, whatever was found
  2  the command line, the trusted configuration, the trusted policy or the stored report is wrong
  3  there was nothing to show: no model found
  4  a fault of effective-challenge

Examples:
  effective-challenge report --framework nist-ai-rmf                      every model of this repository
  effective-challenge report --framework eu-ai-act models/credit --format markdown=coverage.md
  effective-challenge report --framework iso-42001 --from report.json     of a report that check wrote
`;function reportCommand(program,exits){program.command("report").description("show what is checked of a framework's items, model by model; it judges nothing").argument("[PATH...]","folders, or model cards").requiredOption("--framework <name>",`one of: ${Object.keys(FRAMEWORK_NAMES).join(", ")}`).option("--from <file>","show it of the JSON report of an earlier run").option("--base <ref>","compare with this branch, tag or commit; its policy and configuration are in force").option("--model <id>","show this model alone").option("--stage <stage>","judge as if at this stage: development, staging, production, retired").option("--as-of <date>","judge as of this UTC date, YYYY-MM-DD (default: today)").option("--format <format[=file]>","how to show it: text, json, markdown; repeatable (default: text)",listed).addHelpText("after",REPORT_HELP).exitOverride().action(async(paths,options)=>{exits(await(await import("./report-YPBTZUHD.js")).report(paths,options))})}var EXITS=`
Exit codes:
  0  every judged model: approve or approve-with-conditions; or no model was touched by the change
  1  at least one model on hold
  2  the command line, the trusted configuration or the trusted policy is wrong
  3  there was nothing to judge: no model found
  4  a fault of effective-challenge

Examples:
  effective-challenge check                              every model of this repository
  effective-challenge check models/credit --base main    what this branch changes, under main's policy
  effective-challenge check --model credit --stage production   before a deploy
  effective-challenge check --format text --format json=report.json
`;function checkCommand(program,exits){program.command("check").description("judge the models below PATH, by default all of this repository").argument("[PATH...]","folders, or model cards").option("--base <ref>","compare with this branch, tag or commit; its policy and configuration are in force").option("--model <id>","judge this model alone").option("--stage <stage>","judge as if at this stage: development, staging, production, retired").option("--as-of <date>","judge as of this UTC date, YYYY-MM-DD (default: today)").option("--format <format[=file]>",`how to show the report: ${FORMATS.join(", ")}; repeatable (default: text)`,listed).option("--advisory","the gate only advises: a hold exits 0, and the report says so").option("--exit-zero","a hold exits 0; the report does not know of it").addHelpText("after",EXITS).exitOverride().action(async(paths,options)=>{exits(await(await import("./check-SQLIBGUG.js")).check(paths,options))})}export{FORMATS,render,explainCommand,metricsCommand,policyCommand,FRAMEWORKS,reportCommand,checkCommand};
