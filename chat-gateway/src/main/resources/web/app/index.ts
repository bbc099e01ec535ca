import "./styles/reset.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./components/app/parley-app.ts";
