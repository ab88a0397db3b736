import { createRequire as __createRequire } from "node:module";const require = __createRequire(import.meta.url);
var UNSAFE_IN_A_LOG=/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]|#(?=#)/gu;function serialise(value){return`${JSON.stringify(value,null,2).replace(UNSAFE_IN_A_LOG,escaped)}
`}function escaped(character){return character===`
`?character:Array.from({length:character.length},(_,index)=>`\\u${character.charCodeAt(index).toString(16).padStart(4,"0")}`).join("")}export{serialise};
