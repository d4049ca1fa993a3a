// SurveyJS with the guide's questions, which stand in the page.
import { Model } from 'survey-core';
import 'survey-js-ui';

new Model(model).render(document.getElementById('form'));
