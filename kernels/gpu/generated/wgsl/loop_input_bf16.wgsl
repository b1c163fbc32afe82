var<workgroup> shared_v438: array<f32, 128>;
@group(0) @binding(6) var<storage, read_write> v25: array<f32>;
@group(0) @binding(5) var<storage, read_write> v21: array<f32>;
@group(0) @binding(4) var<storage, read_write> v17: array<f32>;
@group(0) @binding(3) var<storage, read_write> v13: array<u32>;
@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<u32>;
@group(0) @binding(0) var<storage, read_write> v1: array<vec4<u32>>;
struct info_st { scalars_usize: array<u32, 4>, scalars_f32: array<f32, 4>, static_meta: array<u32, 8> }
@group(0) @binding(7) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn loop_input_kernel(@builtin(local_invocation_index) v822: u32, @builtin(workgroup_id) v826: vec3<u32>, @builtin(num_workgroups) v828: vec3<u32>) {
let v860 = &v25;
let v861 = &v21;
let v862 = &v17;
let v863 = &v13;
let v864 = &v9;
let v865 = &v5;
let v866 = &v1;
let v3 = u32(0);
let v29 = info_var.scalars_usize[0];
let v30 = info_var.scalars_usize[1];
let v31 = info_var.scalars_usize[2];
let v32 = info_var.scalars_f32[0];
let v33 = info_var.scalars_f32[1];
let v34 = info_var.scalars_f32[2];
let v827 = v826[2];
let v806 = u32(v827);
let v829 = v828[1];
let v808 = u32(v829);
let v809 = v806 * v808;
let v830 = v828[0];
let v811 = u32(v830);
let v812 = v809 * v811;
let v831 = v826[1];
let v814 = u32(v831);
let v817 = v814 * v811;
let v818 = v812 + v817;
let v833 = v826[0];
let v820 = u32(v833);
let v821 = v818 + v820;
let v36 = v821 < v29;
if v36 {
let v43 = &(*v863)[v821];
let v44 = *v43;
let v45 = u32(v44);
let v46 = u32(1);
let v48 = v29 + v821;
let v52 = &(*v863)[v48];
let v53 = *v52;
let v54 = u32(4294967295);
let v55 = v53 == v54;
let v56 = u32(4294967294);
let v57 = v53 < v56;
let v58 = f32(1.0);
let v59 = select(v32, v58, v55);
let v60 = u32(0);
let v61 = select(v60, v53, v57);
let v62 = u32(v61);
let v63 = v62 * v30;
let v64 = f32(0.0);
var<function> v791_store: f32;
let v791 = &v791_store;
*v791 = v64;
let v823 = v822;
let v68 = u32(v823);
var<function> v792_store: u32;
let v792 = &v792_store;
*v792 = v68;
loop {
let v70 = *v792;
let v71 = v70 < v31;
if !v71 { break; }
let v73 = v45 * v31;
let v74 = *v792;
let v75 = v73 + v74;
let v79 = &(*v866)[v75];
let v80 = *v79;
let v82 = u32(8);
let v83 = v74 * v82;
let v92 = v83 < v30;
if v92 {
let v93 = v80[0];
let v96 = u32(65535);
let v97 = v93 & v96;
let v98 = u32(16);
let v99 = v97 << u32(v98);
let v100 = bitcast<f32>(v99);
let v836 = fma(v100, v58, v64);
let v105 = v59 * v836;
var<function> v794_store: f32;
let v794 = &v794_store;
*v794 = v105;
if v57 {
let v107 = v63 + v83;
let v113 = &(*v864)[v107];
let v114 = *v113;
let v116 = *v794;
let v837 = fma(v33, v114, v116);
*v794 = v837;

}
let v118 = v821 * v30;
let v119 = v118 + v83;
let v125 = &(*v861)[v119];
let v126 = *v794;
*v125 = v126;
let v130 = *v791;
let v838 = fma(v126, v126, v130);
*v791 = v838;

}
let v133 = v83 + v46;
let v134 = v133 < v30;
if v134 {
let v135 = v80[0];
let v136 = u32(16);
let v137 = v135 >> u32(v136);
let v138 = u32(65535);
let v139 = v137 & v138;
let v141 = v139 << u32(v136);
let v142 = bitcast<f32>(v141);
let v839 = fma(v142, v58, v64);
let v147 = v59 * v839;
var<function> v795_store: f32;
let v795 = &v795_store;
*v795 = v147;
if v57 {
let v149 = v63 + v83;
let v151 = v149 + v46;
let v155 = &(*v864)[v151];
let v156 = *v155;
let v158 = *v795;
let v840 = fma(v33, v156, v158);
*v795 = v840;

}
let v160 = v821 * v30;
let v161 = v160 + v83;
let v163 = v161 + v46;
let v167 = &(*v861)[v163];
let v168 = *v795;
*v167 = v168;
let v172 = *v791;
let v841 = fma(v168, v168, v172);
*v791 = v841;

}
let v174 = u32(2);
let v175 = v83 + v174;
let v176 = v175 < v30;
if v176 {
let v177 = v80[1];
let v180 = u32(65535);
let v181 = v177 & v180;
let v182 = u32(16);
let v183 = v181 << u32(v182);
let v184 = bitcast<f32>(v183);
let v842 = fma(v184, v58, v64);
let v189 = v59 * v842;
var<function> v796_store: f32;
let v796 = &v796_store;
*v796 = v189;
if v57 {
let v191 = v63 + v83;
let v193 = v191 + v174;
let v197 = &(*v864)[v193];
let v198 = *v197;
let v200 = *v796;
let v843 = fma(v33, v198, v200);
*v796 = v843;

}
let v202 = v821 * v30;
let v203 = v202 + v83;
let v205 = v203 + v174;
let v209 = &(*v861)[v205];
let v210 = *v796;
*v209 = v210;
let v214 = *v791;
let v844 = fma(v210, v210, v214);
*v791 = v844;

}
let v216 = u32(3);
let v217 = v83 + v216;
let v218 = v217 < v30;
if v218 {
let v219 = v80[1];
let v220 = u32(16);
let v221 = v219 >> u32(v220);
let v222 = u32(65535);
let v223 = v221 & v222;
let v225 = v223 << u32(v220);
let v226 = bitcast<f32>(v225);
let v845 = fma(v226, v58, v64);
let v231 = v59 * v845;
var<function> v797_store: f32;
let v797 = &v797_store;
*v797 = v231;
if v57 {
let v233 = v63 + v83;
let v235 = v233 + v216;
let v239 = &(*v864)[v235];
let v240 = *v239;
let v242 = *v797;
let v846 = fma(v33, v240, v242);
*v797 = v846;

}
let v244 = v821 * v30;
let v245 = v244 + v83;
let v247 = v245 + v216;
let v251 = &(*v861)[v247];
let v252 = *v797;
*v251 = v252;
let v256 = *v791;
let v847 = fma(v252, v252, v256);
*v791 = v847;

}
let v258 = *v792;
let v260 = v258 * v82;
let v261 = u32(4);
let v262 = v260 + v261;
let v269 = v262 < v30;
if v269 {
let v270 = v80[2];
let v273 = u32(65535);
let v274 = v270 & v273;
let v275 = u32(16);
let v276 = v274 << u32(v275);
let v277 = bitcast<f32>(v276);
let v848 = fma(v277, v58, v64);
let v282 = v59 * v848;
var<function> v798_store: f32;
let v798 = &v798_store;
*v798 = v282;
if v57 {
let v284 = v63 + v262;
let v290 = &(*v864)[v284];
let v291 = *v290;
let v293 = *v798;
let v849 = fma(v33, v291, v293);
*v798 = v849;

}
let v295 = v821 * v30;
let v296 = v295 + v262;
let v302 = &(*v861)[v296];
let v303 = *v798;
*v302 = v303;
let v307 = *v791;
let v850 = fma(v303, v303, v307);
*v791 = v850;

}
let v310 = v262 + v46;
let v311 = v310 < v30;
if v311 {
let v312 = v80[2];
let v313 = u32(16);
let v314 = v312 >> u32(v313);
let v315 = u32(65535);
let v316 = v314 & v315;
let v318 = v316 << u32(v313);
let v319 = bitcast<f32>(v318);
let v851 = fma(v319, v58, v64);
let v324 = v59 * v851;
var<function> v799_store: f32;
let v799 = &v799_store;
*v799 = v324;
if v57 {
let v326 = v63 + v262;
let v328 = v326 + v46;
let v332 = &(*v864)[v328];
let v333 = *v332;
let v335 = *v799;
let v852 = fma(v33, v333, v335);
*v799 = v852;

}
let v337 = v821 * v30;
let v338 = v337 + v262;
let v340 = v338 + v46;
let v344 = &(*v861)[v340];
let v345 = *v799;
*v344 = v345;
let v349 = *v791;
let v853 = fma(v345, v345, v349);
*v791 = v853;

}
let v352 = v262 + v174;
let v353 = v352 < v30;
if v353 {
let v354 = v80[3];
let v357 = u32(65535);
let v358 = v354 & v357;
let v359 = u32(16);
let v360 = v358 << u32(v359);
let v361 = bitcast<f32>(v360);
let v854 = fma(v361, v58, v64);
let v366 = v59 * v854;
var<function> v800_store: f32;
let v800 = &v800_store;
*v800 = v366;
if v57 {
let v368 = v63 + v262;
let v370 = v368 + v174;
let v374 = &(*v864)[v370];
let v375 = *v374;
let v377 = *v800;
let v855 = fma(v33, v375, v377);
*v800 = v855;

}
let v379 = v821 * v30;
let v380 = v379 + v262;
let v382 = v380 + v174;
let v386 = &(*v861)[v382];
let v387 = *v800;
*v386 = v387;
let v391 = *v791;
let v856 = fma(v387, v387, v391);
*v791 = v856;

}
let v394 = v262 + v216;
let v395 = v394 < v30;
if v395 {
let v396 = v80[3];
let v397 = u32(16);
let v398 = v396 >> u32(v397);
let v399 = u32(65535);
let v400 = v398 & v399;
let v402 = v400 << u32(v397);
let v403 = bitcast<f32>(v402);
let v857 = fma(v403, v58, v64);
let v408 = v59 * v857;
var<function> v801_store: f32;
let v801 = &v801_store;
*v801 = v408;
if v57 {
let v410 = v63 + v262;
let v412 = v410 + v216;
let v416 = &(*v864)[v412];
let v417 = *v416;
let v419 = *v801;
let v858 = fma(v33, v417, v419);
*v801 = v858;

}
let v421 = v821 * v30;
let v422 = v421 + v262;
let v424 = v422 + v216;
let v428 = &(*v861)[v424];
let v429 = *v801;
*v428 = v429;
let v433 = *v791;
let v859 = fma(v429, v429, v433);
*v791 = v859;

}
let v435 = *v792;
let v436 = u32(128);
let v437 = v435 + v436;
*v792 = v437;

}
let v802 = &shared_v438;
let v440 = u32(128);
let v447 = &(*v802)[v68];
let v448 = *v791;
*v447 = v448;
workgroupBarrier();
let v449 = u32(64);
let v450 = v68 < v449;
if v450 {
let v452 = v68 + v449;
let v456 = &(*v802)[v452];
let v457 = *v456;
let v462 = *v447;
let v463 = v462 + v457;
*v447 = v463;

}
workgroupBarrier();
let v464 = u32(32);
let v465 = v68 < v464;
if v465 {
let v467 = v68 + v464;
let v471 = &(*v802)[v467];
let v472 = *v471;
let v477 = *v447;
let v478 = v477 + v472;
*v447 = v478;

}
workgroupBarrier();
let v479 = u32(16);
let v480 = v68 < v479;
if v480 {
let v482 = v68 + v479;
let v486 = &(*v802)[v482];
let v487 = *v486;
let v492 = *v447;
let v493 = v492 + v487;
*v447 = v493;

}
workgroupBarrier();
let v494 = u32(8);
let v495 = v68 < v494;
if v495 {
let v497 = v68 + v494;
let v501 = &(*v802)[v497];
let v502 = *v501;
let v507 = *v447;
let v508 = v507 + v502;
*v447 = v508;

}
workgroupBarrier();
let v509 = u32(4);
let v510 = v68 < v509;
if v510 {
let v512 = v68 + v509;
let v516 = &(*v802)[v512];
let v517 = *v516;
let v522 = *v447;
let v523 = v522 + v517;
*v447 = v523;

}
workgroupBarrier();
let v524 = u32(2);
let v525 = v68 < v524;
if v525 {
let v527 = v68 + v524;
let v531 = &(*v802)[v527];
let v532 = *v531;
let v537 = *v447;
let v538 = v537 + v532;
*v447 = v538;

}
workgroupBarrier();
let v540 = v68 < v46;
if v540 {
let v542 = v68 + v46;
let v546 = &(*v802)[v542];
let v547 = *v546;
let v552 = *v447;
let v553 = v552 + v547;
*v447 = v553;

}
workgroupBarrier();
let v558 = &(*v802)[v3];
let v559 = *v558;
workgroupBarrier();
let v560 = f32(v30);
let v561 = v559 / v560;
let v562 = v561 + v34;
let v563 = sqrt(v562);
let v565 = v58 / v563;
var<function> v803_store: u32;
let v803 = &v803_store;
*v803 = v68;
loop {
let v569 = *v803;
let v570 = v569 < v31;
if !v570 { break; }
let v572 = *v803;
let v574 = v572 * v494;
let v577 = v574 < v30;
if v577 {
let v578 = v821 * v30;
let v579 = v578 + v574;
let v583 = &(*v861)[v579];
let v584 = *v583;
let v585 = v584 * v565;
let v589 = &(*v862)[v574];
let v590 = *v589;
let v591 = v585 * v590;
let v597 = &(*v860)[v579];
*v597 = v591;

}
let v602 = v574 + v46;
let v603 = v602 < v30;
if v603 {
let v604 = v821 * v30;
let v605 = v604 + v602;
let v609 = &(*v861)[v605];
let v610 = *v609;
let v611 = v610 * v565;
let v615 = &(*v862)[v602];
let v616 = *v615;
let v617 = v611 * v616;
let v623 = &(*v860)[v605];
*v623 = v617;

}
let v628 = v574 + v524;
let v629 = v628 < v30;
if v629 {
let v630 = v821 * v30;
let v631 = v630 + v628;
let v635 = &(*v861)[v631];
let v636 = *v635;
let v637 = v636 * v565;
let v641 = &(*v862)[v628];
let v642 = *v641;
let v643 = v637 * v642;
let v649 = &(*v860)[v631];
*v649 = v643;

}
let v653 = u32(3);
let v654 = v574 + v653;
let v655 = v654 < v30;
if v655 {
let v656 = v821 * v30;
let v657 = v656 + v654;
let v661 = &(*v861)[v657];
let v662 = *v661;
let v663 = v662 * v565;
let v667 = &(*v862)[v654];
let v668 = *v667;
let v669 = v663 * v668;
let v675 = &(*v860)[v657];
*v675 = v669;

}
let v680 = v574 + v509;
let v681 = v680 < v30;
if v681 {
let v682 = v821 * v30;
let v683 = v682 + v680;
let v687 = &(*v861)[v683];
let v688 = *v687;
let v689 = v688 * v565;
let v693 = &(*v862)[v680];
let v694 = *v693;
let v695 = v689 * v694;
let v701 = &(*v860)[v683];
*v701 = v695;

}
let v705 = u32(5);
let v706 = v574 + v705;
let v707 = v706 < v30;
if v707 {
let v708 = v821 * v30;
let v709 = v708 + v706;
let v713 = &(*v861)[v709];
let v714 = *v713;
let v715 = v714 * v565;
let v719 = &(*v862)[v706];
let v720 = *v719;
let v721 = v715 * v720;
let v727 = &(*v860)[v709];
*v727 = v721;

}
let v731 = u32(6);
let v732 = v574 + v731;
let v733 = v732 < v30;
if v733 {
let v734 = v821 * v30;
let v735 = v734 + v732;
let v739 = &(*v861)[v735];
let v740 = *v739;
let v741 = v740 * v565;
let v745 = &(*v862)[v732];
let v746 = *v745;
let v747 = v741 * v746;
let v753 = &(*v860)[v735];
*v753 = v747;

}
let v757 = u32(7);
let v758 = v574 + v757;
let v759 = v758 < v30;
if v759 {
let v760 = v821 * v30;
let v761 = v760 + v758;
let v765 = &(*v861)[v761];
let v766 = *v765;
let v767 = v766 * v565;
let v771 = &(*v862)[v758];
let v772 = *v771;
let v773 = v767 * v772;
let v779 = &(*v860)[v761];
*v779 = v773;

}
let v782 = v572 + v440;
*v803 = v782;

}

}
return;

}
