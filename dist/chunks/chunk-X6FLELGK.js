import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
var FENCED=/^([^\n]+):\n```(yaml|json|markdown)\n([\s\S]*)\n```$/;function withLines(says,language,lines){return`${says}:
\`\`\`${language}
${lines.join(`
`)}
\`\`\``}function readFix(fix){let[,says,language,body]=FENCED.exec(fix)??[],lines=body?.split(`
`,101)??[];return says===void 0||lines.length>100?{says:fix,language:null,lines:[]}:{says,language,lines}}export{withLines,readFix};
