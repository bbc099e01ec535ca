import { applyAppearance } from "./browser/appearance.ts";
import { ignoreDroppedFiles } from "./browser/dropped-files.ts";
import { leaveKeysToInputMethods } from "./browser/input-method.ts";
import { installShell } from "./browser/shell.ts";
import "./styles/reset.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./components/app/parley-app.ts";

leaveKeysToInputMethods();
ignoreDroppedFiles();
applyAppearance();
void installShell();
