import { applyAppearance } from "./browser/appearance.ts";
import { installShell } from "./browser/shell.ts";
import "./styles/reset.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./components/app/parley-app.ts";

applyAppearance();
installShell();
